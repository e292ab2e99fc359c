import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { MESSAGE } from '#shared/wire/messages.ts';
import { createMeetingSession } from '../../../client/session/meeting-session.ts';
import type { MeetingSession } from '../../../client/session/types.ts';
import { eventually, memoryStorage, until } from './helpers.ts';
import { type SyncServer, startSyncServer } from './sync-server.ts';

let server: SyncServer;
let session: MeetingSession;

beforeEach(async () => {
  server = await startSyncServer();
  session = createMeetingSession({
    meetingId: 'meeting',
    participationId: 'leon',
    documents: { plan: 'm', own: null },
    wsBase: server.wsBase,
    storage: memoryStorage(),
  });
  await until(session.save, ({ kind }) => kind === 'saved');
});

afterEach(async () => {
  session.destroy();
  await server.stop();
});

function announce(other: Awareness): void {
  server.send(MESSAGE.awareness, (encoder) =>
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(other, [other.clientID])),
  );
}

/** The states in an awareness frame. */
function statesIn(update: Uint8Array | undefined): { selected?: string; user?: unknown }[] {
  const reader = new Awareness(new Y.Doc());
  reader.setLocalState(null);
  if (update) {
    applyAwarenessUpdate(reader, update, 'test');
  }
  const states = [...reader.getStates().values()];
  reader.destroy();
  return states;
}

it('[UI12] shows others with the identity of the server and never sends their state on', async () => {
  const other = new Awareness(new Y.Doc());
  const user = { participationId: 'oma', personId: 'p-oma', name: 'Oma Renate', initials: 'Re', hue: 2 };
  const sent = server.awareness.length;
  for (let x = 0; x < 20; x++) {
    other.setLocalState({ user, cursor: { board: 'goals', x, y: 0 } });
    announce(other);
  }
  await until(session.others, (others) => others.get(other.clientID)?.cursor?.x === 19);
  expect(session.others.get().get(other.clientID)?.user).toEqual(user);
  // Whatever was sent on would be here before the own move.
  session.setPresence({ selected: 'r1' });
  await eventually(() => statesIn(server.awareness.at(-1)).some(({ selected }) => selected === 'r1'), 'sent');
  expect(server.awareness).toHaveLength(sent + 1);
  expect(server.awareness.flatMap(statesIn).some(({ user }) => user !== undefined)).toBe(false);
  other.destroy();
});

it('[UI12] leaves out a state without a stamped identity', async () => {
  const nobody = new Awareness(new Y.Doc());
  nobody.setLocalState({ cursor: { board: 'goals', x: 1, y: 1 } });
  announce(nobody);
  const somebody = new Awareness(new Y.Doc());
  somebody.setLocalState({
    user: { participationId: 'oma', personId: null, name: 'Oma', initials: 'Om', hue: 0 },
  });
  announce(somebody);
  await until(session.others, (others) => others.size === 1);
  expect([...session.others.get().keys()]).toEqual([somebody.clientID]);
  nobody.destroy();
  somebody.destroy();
});

it('[UI12] gathers own moves and sends at most thirty a second, the last one included', async () => {
  const before = server.awareness.length;
  const start = Date.now();
  let x = 0;
  while (Date.now() - start < 500) {
    x++;
    session.setPresence({ cursor: { board: 'goals', x, y: 0 } });
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const watcher = new Awareness(new Y.Doc());
  const lastX = (): number | undefined => {
    const last = server.awareness.at(-1);
    if (last) {
      applyAwarenessUpdate(watcher, last, 'test');
    }
    return [...watcher.getStates().values()].map((state) => state['cursor']?.x as number).find(Boolean);
  };
  await eventually(() => lastX() === x, 'the last move arrives');
  const seconds = (Date.now() - start) / 1000;
  expect(x).toBeGreaterThan(40);
  expect(server.awareness.length - before).toBeLessThanOrEqual(Math.ceil(seconds * 30) + 1);
  watcher.destroy();
});
