import { afterEach, expect, it, vi } from 'vitest';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { createMeetingSession } from '../../../client/session/meeting-session.ts';
import { memoryStorage } from './helpers.ts';

afterEach(() => vi.unstubAllGlobals());

it('[UI212] a tab asks before it is closed with words that wait, entered or not', () => {
  const page = new EventTarget();
  vi.stubGlobal('window', page);
  const session = createMeetingSession({
    meetingId: 'meeting',
    participationId: 'leon',
    documents: { plan: 'plan', own: null },
    wsBase: 'ws://127.0.0.1:9',
    personId: 'p-leon',
    storage: memoryStorage(),
  });
  const asks = (): boolean => {
    const leaving = new Event('beforeunload', { cancelable: true });
    page.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  };
  expect(asks()).toBe(false);
  session.drafts.keep('goal-add', 'Ich will');
  expect(asks()).toBe(true);
  session.drafts.keep('goal-add', '');
  expect(asks()).toBe(false);
  addGoal(session.plan.doc.get(), null, { textOwn: 'Ich will Ruhe.' }, ORIGIN.list);
  expect(asks()).toBe(true);
  session.destroy();
  expect(asks()).toBe(false);
});
