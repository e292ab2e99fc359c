import { beforeEach, expect, it } from 'vitest';
import { SyncRequests } from '#server/sync/room/sync-requests.ts';
import type { Connection } from '#server/sync/wire/connection.ts';
import { type HandTimers, handTimers } from '../../helpers/hand-timers.ts';

const socketOf = (deviceId: string): Connection => ({ who: { deviceId }, closed: false }) as Connection;
const vector = (n: number): Uint8Array => Uint8Array.of(n);

let timers: HandTimers;
let questions: SyncRequests;
let answered: string[];

beforeEach(() => {
  timers = handTimers();
  questions = new SyncRequests(timers);
  answered = [];
});

/** Asks; the answer takes so many milliseconds. */
function ask(connection: Connection, n: number, ms: number): void {
  questions.ask(connection, vector(n), (latest) => {
    answered.push(`${connection.who.deviceId} ${latest[0]}`);
    questions.took(connection, ms);
  });
}

it('[SY19] what is cheap is answered at once, however often', () => {
  const leon = socketOf('leon');
  for (let n = 0; n < 10; n++) {
    ask(leon, n, 1);
  }
  expect(answered).toHaveLength(10);
});

it('[SY19] a device gets dear answers in a twentieth of the time, over all its sockets, and the last question counts', async () => {
  const [first, second, other] = [socketOf('leon'), socketOf('leon'), socketOf('krueger')];
  ask(first, 1, 50);
  for (let n = 2; n <= 100; n++) {
    ask(first, n, 50);
  }
  ask(second, 7, 50);
  ask(other, 1, 50);
  expect(answered).toEqual(['leon 1', 'krueger 1']);
  await timers.pass(999);
  expect(answered).toHaveLength(2);
  await timers.pass(1);
  expect(answered.slice(2)).toEqual(['leon 100']);
  await timers.pass(1_000);
  expect(answered.slice(3)).toEqual(['leon 7']);
});

it('[SY19] who has gone meanwhile is not answered', async () => {
  const leon = socketOf('leon');
  ask(leon, 1, 50);
  ask(leon, 2, 50);
  Object.assign(leon, { closed: true });
  await timers.pass(5_000);
  expect(answered).toEqual(['leon 1']);
});
