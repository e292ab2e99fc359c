import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { presenceFrame, step1Frame, step2Frame } from '#server/sync/wire/frames.ts';
import { addGoal, setGoalText } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { MESSAGE } from '#shared/wire/messages.ts';
import { FakeSocket } from '../fake-socket.ts';
import { participant, until } from '../sync-server.ts';
import { type MemoryHouse, PLAN } from './house.ts';

/** Client ids that come again and again: a new one each time would be kept with the plan, rightly. */
const REGULARS = 20;
const clientOf = (index: number): number => 1_000 + (index % REGULARS);
const NOTHING = new Y.Doc();
const HELLO = step1Frame(Y.encodeStateVector(NOTHING));
const ALL_I_HAVE = step2Frame(Y.encodeStateAsUpdate(NOTHING));
const here = (index: number, clock: number): Uint8Array =>
  presenceFrame([{ clientId: clientOf(index), clock, state: { selected: 'goal-1' } }]);

/** Comes over a real socket, gets the plan, says where it is, and leaves. */
export function visit({ port }: MemoryHouse, index: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/p${index % REGULARS}`, { perMessageDeflate: false });
    socket.on('open', () => {
      socket.send(HELLO);
      socket.send(ALL_I_HAVE);
      socket.send(here(index, index));
    });
    socket.on('message', (data: Buffer) => data[0] === MESSAGE.ack && socket.close());
    socket.on('close', () => resolve());
    socket.on('error', reject);
  });
}

/** A socket without a network that forgets what it gets. */
export class QuietSocket extends FakeSocket {
  hasAnswer = false;

  override send(frame: Uint8Array): void {
    this.hasAnswer ||= frame[0] === MESSAGE.ack;
  }
}

/** The same without a network; gives a weak reference to what must be gone afterwards. */
export async function visitWithoutNetwork(
  house: MemoryHouse,
  index: number,
  plan = PLAN,
): Promise<WeakRef<QuietSocket>> {
  const socket = new QuietSocket();
  house.connect(socket.asSocket(), plan, participant(`p${index % REGULARS}`));
  socket.receive(HELLO);
  socket.receive(ALL_I_HAVE);
  socket.receive(here(index, index));
  await until(() => socket.hasAnswer, 'the plan is here');
  socket.drop();
  return new WeakRef(socket);
}

/** What it took to write to somebody who reads nothing. */
export interface DeafReader {
  writtenBytes: number;
  /** Most bytes that waited for the reader in the server's memory. */
  mostBuffered: number;
  /** Whether the server has given the reader up. */
  isGone: boolean;
}

/** As long as a text may be, nearly. */
const LONG_TEXT = 19_000;

/** One reader stops reading while another draws, until the server has given the reader up. */
export async function writeToDeafReader(house: MemoryHouse): Promise<DeafReader> {
  const reader = await openReader(house);
  const writer = new FakeSocket();
  house.connect(writer.asSocket(), PLAN, participant('writer'));
  writer.hello();
  writer.answer();
  await until(() => writer.of('ack').length > 0, 'the writer is there');
  let [writtenBytes, mostBuffered] = [0, 0];
  writer.doc.on('update', (update: Uint8Array) => {
    writtenBytes += update.length;
  });
  const isThere = (): boolean => house.hub.connections(PLAN).some((one) => one.participationId === 'deaf');
  let goal = '';
  writer.write((doc) => {
    const added = addGoal(doc, null, {}, ORIGIN.list);
    goal = 'id' in added ? added.id : '';
  });
  for (let round = 1; isThere() && round < 4_000; round++) {
    const words = String.fromCodePoint(0x61 + (round % 26)).repeat(LONG_TEXT);
    writer.write((doc) => setGoalText(doc, goal, 'textOwn', words, ORIGIN.list));
    writer.told = [];
    writer.raw = [];
    await new Promise((resolve) => setTimeout(resolve, 2));
    mostBuffered = Math.max(mostBuffered, house.buffered());
  }
  const isGone = !isThere();
  reader.terminate();
  writer.drop();
  writer.doc.destroy();
  return { writtenBytes, mostBuffered, isGone };
}

/** Somebody who gets the plan and then reads nothing any more. */
async function openReader({ port }: MemoryHouse): Promise<WebSocket> {
  const reader = new WebSocket(`ws://127.0.0.1:${port}/deaf`, { perMessageDeflate: false });
  await new Promise((resolve, reject) => {
    reader.once('open', () => reader.send(HELLO));
    reader.once('message', resolve);
    reader.once('error', reject);
  });
  reader.pause();
  return reader;
}
