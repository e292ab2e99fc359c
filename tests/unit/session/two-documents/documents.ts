import { onTestFinished } from 'vitest';
import type * as Y from 'yjs';
import { addGoal, readGoals } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { createMeetingSession } from '../../../../client/session/meeting-session.ts';
import type { MeetingSession } from '../../../../client/session/types.ts';
import { memoryStorage, until } from '../helpers.ts';
import { createRoom, type SyncRoom, startSyncServers } from '../sync-server.ts';

/** A session over the plan and a private document, and the two rooms that it speaks to. */

/** A private document has one map here; what is in it does not matter to the session. */
export const NOTES = 'notes';

interface Documents {
  plan: SyncRoom;
  own: SyncRoom;
  storage: Storage;
  /** The sessions of this tab, in the order in which they began. */
  open: readonly MeetingSession[];
  join(): MeetingSession;
  joined(): Promise<MeetingSession>;
  /** Stops both documents, lets something happen, and starts them again under the same address. */
  whileAway(happens: () => Promise<void>): Promise<void>;
}

/** Both documents on a server of their own, for one test. */
export async function openDocuments(): Promise<Documents> {
  const plan = createRoom(seedPlan(EMPTY_SEED));
  const own = createRoom();
  let server = await startSyncServers({ plan, own });
  const storage = memoryStorage();
  const open: MeetingSession[] = [];
  onTestFinished(async () => {
    for (const session of open.splice(0)) {
      session.destroy();
    }
    await server.stop();
  });
  const join = (): MeetingSession => {
    const session = createMeetingSession({
      meetingId: 'meeting',
      participationId: 'leon',
      documents: { plan: 'plan', own: 'own' },
      wsBase: server.wsBase,
      personId: 'p-leon',
      storage,
    });
    open.push(session);
    return session;
  };
  return {
    ...{ plan, own, storage, open, join },
    async joined() {
      const session = join();
      await until(session.save, ({ kind }) => kind === 'saved');
      return session;
    },
    async whileAway(happens) {
      const { port } = new URL(server.wsBase);
      await server.stop();
      await happens();
      server = await startSyncServers({ plan, own }, Number(port));
    },
  };
}

/** The private document of a session. */
export function ownDoc(session: MeetingSession): Y.Doc {
  const doc = session.own?.doc.get();
  if (!doc) {
    throw new Error('The session has no private document');
  }
  return doc;
}

/** Writes into a private document. */
export function note(doc: Y.Doc, key: string, words: string): void {
  doc.transact(() => doc.getMap(NOTES).set(key, words), ORIGIN.list);
}

/** What a private document holds. */
export const notes = (doc: Y.Doc): unknown => doc.getMap(NOTES).toJSON();
/** What the goals of a plan say. */
export const goals = (doc: Y.Doc): string[] => readGoals(doc).map((goal) => goal.sentence);
/** Writes a goal into the plan. */
export const say = (session: MeetingSession, words: string): void => {
  addGoal(session.plan.doc.get(), null, { textOwn: words }, ORIGIN.list);
};
