import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { createPgFacts, createPgStore, insertDocument } from '#server/sync/log/pg-store.ts';
import { presenceFrame, readFrame, step1Frame, updateFrame } from '#server/sync/wire/frames.ts';
import { addGoal, readGoals, setGoalText } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { PLAN_PARTS } from '#shared/documents/plan/roots.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import { MESSAGE } from '#shared/wire/messages.ts';
import { openTestDatabase, type TestDatabase } from '../../helpers/database.ts';
import { rawAny, rawGap, rawItem, rawString, rawType, rawUpdate } from '../../helpers/evil-updates.ts';
import { PLAN_RULES, scribble } from '../../helpers/plan-doc.ts';
import { seededRandom } from '../../helpers/random.ts';
import { RawClient } from '../../helpers/raw-client.ts';
import { plantMeeting } from '../../helpers/sync-database.ts';
import {
  connectClient,
  openSyncServer,
  participant,
  type SyncClient,
  type SyncServer,
  saved,
  until,
} from '../../helpers/sync-server.ts';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_121);
/** Machines differ: bounds of time are five times what the row asks for. */
const GENEROUS = 5;

/** What a row is tried against: a meeting with an honest facilitator, and a bad client beside her. */
interface Scene {
  server: SyncServer;
  database: TestDatabase;
  plan: string;
  anna: SyncClient;
  /** A raw client of the youth, of somebody who only reads, or of another place. */
  evil(role?: 'youth' | 'reader'): Promise<RawClient>;
  /** The id of Anna's goal's sentence. */
  sentence(): Y.ID;
}

/** A row of the table: what comes in, what has to happen, and the rule. */
interface Row {
  row: string;
  rule: string;
  input: string;
  expected: string;
  run(scene: Scene): Promise<void>;
}

const EVIL_CLIENT = 4_711;
const evilStructs = (...structs: Parameters<typeof rawUpdate>[0][number]['structs']): Uint8Array =>
  rawUpdate([{ client: EVIL_CLIENT, clock: 0, structs }]);
const bomb = Uint8Array.of(1, 128, 128, 128, 16, 1, 0);

const ROWS: Row[] = [
  {
    row: '1a',
    rule: 'SY8',
    input: 'an empty frame, one byte, random bytes',
    expected: 'closed with 4400 or refused as malformed',
    async run({ evil }) {
      const random = seededRandom(SEED);
      const noise = Array.from({ length: 30 }, () =>
        Uint8Array.from({ length: 1 + random.below(4_000) }, () => random.below(256)),
      );
      for (const frame of [new Uint8Array(), Uint8Array.of(0), ...noise]) {
        const client = await evil();
        client.send(frame);
        await until(
          () => client.closed !== null || client.nacks.length > 0 || client.frames > 5,
          'an answer',
        );
        expect(client.closed ?? client.nacks[0], `seed ${SEED}`).toSatisfy(
          (end: unknown) => end === 4400 || end === 'malformed' || end === undefined,
        );
        client.end();
      }
    },
  },
  {
    row: '1b',
    rule: 'SY8',
    input: '100 000 random frames and updates of up to 4 kB',
    expected: 'nothing throws, nothing passes, memory stays flat',
    async run() {
      const random = seededRandom(SEED);
      const doc = new Y.Doc();
      const pool = Uint8Array.from({ length: 65_536 }, () => random.below(256));
      const before = heapAfterGc();
      const kinds = new Set<string>();
      for (let n = 0; n < 100_000; n++) {
        const at = random.below(60_000);
        const bytes = pool.subarray(at, at + 1 + (n % 20 === 0 ? random.below(4_000) : random.below(60)));
        const frame = readFrame(bytes);
        const verdict = judge(frame?.type === 'edit' ? frame.update : bytes, guardContext(doc));
        kinds.add(verdict.kind);
      }
      expect([...kinds].filter((kind) => kind === 'pass')).toEqual([]);
      expect(heapAfterGc() - before).toBeLessThan(20_000_000);
    },
  },
  {
    row: '2',
    rule: 'SY8',
    input: 'a text frame',
    expected: 'closed with 4400',
    async run({ evil }) {
      const client = await evil();
      client.send('hello');
      expect(await client.untilClosed()).toBe(4400);
    },
  },
  {
    row: '3',
    rule: 'SY8',
    input:
      'message types that do not exist: 4, 99, 2^53, those of the server, and messages cut short or too long',
    expected: 'closed with 4400',
    async run({ evil }) {
      const large = Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255);
      const types = [Uint8Array.of(4), Uint8Array.of(99, 1, 2), large, Uint8Array.of(MESSAGE.state, 0)];
      const cut = [Uint8Array.of(0, 2, 5, 1), Uint8Array.of(0, 0, 3, 255, 255, 255)];
      const long = Uint8Array.of(MESSAGE.flushed, 1);
      for (const frame of [...types, ...cut, long]) {
        const client = await evil();
        client.send(frame);
        expect(await client.untilClosed(), String(frame)).toBe(4400);
      }
    },
  },
  {
    row: '4',
    rule: 'GU5',
    input: 'seven bytes that promise 2^25 structs',
    expected: 'refused as malformed in 5 ms, with less than 1 MB',
    async run({ evil }) {
      expect(await (await evil()).answerTo(bomb)).toBe('malformed');
      const doc = new Y.Doc();
      judge(bomb, guardContext(doc));
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      const started = performance.now();
      expect(judge(bomb, guardContext(doc)).kind).toBe('refuse');
      expect(performance.now() - started).toBeLessThan(5 * GENEROUS);
      const after = process.memoryUsage();
      expect(after.heapUsed - heapUsed + after.arrayBuffers - arrayBuffers).toBeLessThan(
        1_000_000 * GENEROUS,
      );
    },
  },
  {
    row: '5',
    rule: 'GU5',
    input: 'updates in the V2 encoding, a V2 bomb among them',
    expected: 'refused as malformed, the process is held up for less than 50 ms',
    async run({ evil, anna }) {
      const v2 = Y.encodeStateAsUpdateV2(anna.doc);
      const cut = v2.slice(0, v2.length / 2);
      const v2Bomb = Uint8Array.of(
        0,
        0,
        5,
        255,
        255,
        255,
        255,
        15,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        255,
        255,
        255,
        255,
        15,
      );
      for (const update of [v2, cut, v2Bomb, Y.encodeStateAsUpdateV2(new Y.Doc())]) {
        expect(await (await evil()).answerTo(update)).toBe('malformed');
        const started = performance.now();
        judge(update, guardContext(anna.doc));
        expect(performance.now() - started).toBeLessThan(50 * GENEROUS);
      }
    },
  },
  {
    row: '6',
    rule: 'GU3',
    input: 'a struct under Anna’s client id, with the clock that she uses next',
    expected: 'refused as foreign_client, her own edit wins, replicas are equal',
    async run({ evil, anna, sentence, server, plan }) {
      const client = await evil();
      const { client: id, clock } = sentence();
      const next = Y.getState(anna.doc.store, anna.doc.clientID);
      const forged = rawUpdate([
        { client: anna.doc.clientID, clock: next, structs: [rawString('x', { origin: [id, clock] })] },
      ]);
      expect(await client.answerTo(forged)).toBe('foreign_client');
      write(anna, 'Von Anna');
      await saved(anna);
      const fresh = await joined(server, plan, 'ben');
      expect(Y.encodeStateVector(fresh.doc)).toEqual(Y.encodeStateVector(anna.doc));
      expect(sentences(fresh)).toEqual(sentences(anna));
      fresh.destroy();
    },
  },
  {
    row: '7',
    rule: 'GU6',
    input: 'a delete set over everybody, from one who only reads and from the youth',
    expected: 'refused as forbidden_part, and as schema because records are never erased',
    async run({ evil, anna }) {
      const all = rawUpdate(
        [],
        [...anna.doc.store.clients.keys()].map((client) => ({
          client,
          ranges: [[0, Y.getState(anna.doc.store, client)] as [number, number]],
        })),
      );
      expect(await (await evil('reader')).answerTo(all)).toBe('forbidden_part');
      expect(await (await evil()).answerTo(all)).toBe('schema');
    },
  },
  ...(['before', 'after'] as const).map(
    (when): Row => ({
      row: `8 ${when} the first full answer`,
      rule: 'GU8',
      input: '3 000 updates with gaps',
      expected: 'twenty refusals, then closed with 4400; less than 200 ms of processor in all',
      async run({ evil, server, plan }) {
        const client =
          when === 'after' ? await evil() : new RawClient(`${server.urlOf(`${plan}-youth`)}/${plan}`);
        await until(() => client.socket.readyState === 1, 'the socket is open');
        const frames = Array.from({ length: 3_000 }, (_, n) =>
          updateFrame(rawUpdate([{ client: EVIL_CLIENT, clock: 5 + n, structs: [rawGap(0, 1)] }])),
        );
        const started = process.cpuUsage();
        for (const frame of frames) {
          client.send(frame);
        }
        // It is read slowly: what comes after the burst takes its time.
        expect(await client.untilClosed(25_000)).toBe(4400);
        const { user, system } = process.cpuUsage(started);
        // Sending and the database are in it too.
        expect((user + system) / 1_000).toBeLessThan(200 * GENEROUS);
        expect(new Set(client.nacks)).toEqual(new Set(['not_causal']));
      },
    }),
  ),
  {
    row: '9',
    rule: 'GU6',
    input: 'an update that makes the root evil, __proto__ or constructor',
    expected: 'refused as forbidden_part',
    async run({ evil }) {
      const client = await evil();
      for (const root of ['evil', '__proto__', 'constructor', 'text:evil', 'section:evil']) {
        expect(await client.answerTo(evilStructs(rawType(1, { root, key: 'x' }))), root).toBe(
          'forbidden_part',
        );
      }
    },
  },
  {
    row: '10',
    rule: 'GU6',
    input: 'one update that touches a part of its own and one that only the server writes',
    expected: 'refused as forbidden_part as a whole, none of it applied',
    async run({ evil, server, plan }) {
      const both = evilStructs(
        rawType(1, { root: 'goals', key: 'mine' }),
        rawType(1, { root: 'people', key: 'x' }),
      );
      expect(await (await evil()).answerTo(both)).toBe('forbidden_part');
      const fresh = await joined(server, plan, 'ben');
      expect(fresh.doc.getMap('goals').has('mine')).toBe(false);
      fresh.destroy();
    },
  },
  {
    row: '11',
    rule: 'GU5',
    input: 'a list in a map, a key in a section, an object in a text, a document, a binary',
    expected: 'refused as schema',
    async run({ evil, sentence }) {
      const { client: id, clock } = sentence();
      const shapes = [
        evilStructs(rawAny([1], { root: 'goals' })),
        evilStructs(rawType(3, { root: 'section:anlass', key: 'x' }, 'paragraph')),
        evilStructs(rawAny([{ a: 1 }], { origin: [id, clock] })),
        evilStructs(rawItem(9, { root: 'agreements', key: 'x' }, (encoder) => rawString('g', {})(encoder))),
        evilStructs(rawItem(3, { root: 'agreements', key: 'x' }, (encoder) => rawString('b', {})(encoder))),
      ];
      const client = await evil();
      for (const shape of shapes) {
        expect(await client.answerTo(shape)).toBe('schema');
      }
    },
  },
  {
    row: '12',
    rule: 'SY8',
    input: 'a state vector of more than 64 kB, and one that is noise',
    expected: 'closed with 4400',
    async run({ evil }) {
      const vector = Y.encodeStateVector(new Map(Array.from({ length: 20_000 }, (_, n) => [n + 1, 1])));
      expect(vector.length).toBeGreaterThan(LIMITS.stateVectorBytes / 2);
      const long = new Uint8Array(LIMITS.stateVectorBytes + 1);
      for (const bad of [long, Uint8Array.of(200, 1, 2)]) {
        const client = await evil();
        client.send(step1Frame(bad));
        expect(await client.untilClosed()).toBe(4400);
      }
    },
  },
  {
    row: '13, 14',
    rule: 'SY14',
    input: 'awareness under Anna’s client id with another name, and a role of its own making in the own slot',
    expected: 'passed over; everybody is shown with the server’s name, and with nothing else',
    async run({ evil, anna, server, plan }) {
      anna.provider.awareness.setLocalState({ selected: 'g' });
      const ben = await joined(server, plan, 'ben');
      const shown = (): Map<number, Record<string, unknown>> => ben.provider.awareness.getStates() as never;
      await until(() => shown().has(anna.doc.clientID), 'Anna is shown');
      const client = await evil();
      const state = { user: { name: 'Jugendamt' }, name: 'Anna', role: 'jugendamt', selected: 'x' };
      client.send(presenceFrame([{ clientId: anna.doc.clientID, clock: 2 ** 31, state }]));
      client.send(presenceFrame([{ clientId: EVIL_CLIENT, clock: 1, state }]));
      await until(() => shown().has(EVIL_CLIENT), 'the youth is shown');
      expect(shown().get(EVIL_CLIENT)).toEqual({
        selected: 'x',
        user: expect.objectContaining({ participationId: `${plan}-youth`, name: `${plan}-youth` }),
      });
      expect(shown().get(anna.doc.clientID)?.['user']).toMatchObject({ name: `${plan}-anna` });
      ben.destroy();
    },
  },
  {
    row: '18a',
    rule: 'SY12',
    input: 'small valid updates as fast as they go, without an end',
    expected: 'closed with 4429; what was acknowledged is kept; another meeting’s edits take no longer',
    async run({ database, plan }) {
      const [noisy, other] = [`${plan}-noisy`, `${plan}-other`];
      await plant(database, noisy);
      await plant(database, other);
      const server = await open(database, noisy, { floodMs: 1_000, floodEndMs: 3_000 });
      try {
        const quiet = await joined(server, other, 'anna');
        const usual = await usualSave(quiet, 20);
        const flood = await new RawClient(`${server.urlOf(`${noisy}-youth`)}/${noisy}`).open();
        const { doc, updates } = typist();
        let sent = 0;
        const timer = setInterval(() => {
          for (let n = 0; n < 50 && flood.socket.bufferedAmount < 1_000_000; n++) {
            scribble(doc, ++sent);
            flood.send(updateFrame(updates.shift() ?? new Uint8Array()));
          }
        }, 10);
        const during = await usualSave(quiet, 20);
        expect(await flood.untilClosed(20_000)).toBe(4429);
        clearInterval(timer);
        expect(sent).toBeGreaterThan(2_000);
        expect(during).toBeLessThan(usual * GENEROUS + 50);
        // The first message is the empty answer; the rest count up from 1.
        const kept = Y.getState((await readDoc(database, noisy)).store, doc.clientID);
        expect(kept).toBeGreaterThanOrEqual(flood.acked - 1);
        expect(flood.nacks).toEqual([]);
        quiet.destroy();
      } finally {
        await server.close();
      }
    },
  },
  {
    row: '18b',
    rule: 'SY12',
    input: 'a large paste, and a burst of 400 edits from somebody who goes on typing fast',
    expected: 'all of it is kept; nobody is closed',
    async run({ anna }) {
      write(anna, 'lang '.repeat(3_900));
      for (let n = 0; n < 400; n++) {
        scribble(anna.doc, n, `d${n % 50}`);
      }
      for (let n = 0; n < 100; n++) {
        scribble(anna.doc, n, 'typing');
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
      await until(() => anna.acked() === anna.sent(), 'everything is acknowledged', 20_000);
      expect([...anna.closes, ...anna.nacks]).toEqual([]);
    },
  },
  {
    row: '26a',
    rule: 'DU5',
    input: 'a freeze that ends between the version and the state, and is asked for again',
    expected: 'none the first time, everything the second',
    async run({ server, database: { sql }, plan, anna }) {
      const freeze = (end: () => void) =>
        server.hub.withCommittedDocument(plan, async (tx) => {
          await tx`update document_update set bytes = bytes where document_id = ${plan}`;
          await tx`update document set state = 'frozen' where id = ${plan}`;
          end();
        });
      const stop = (): void => {
        throw new Error('the process ended');
      };
      await expect(freeze(stop)).rejects.toThrow('the process ended');
      const stateOf = async () => (await sql`select state from document where id = ${plan}`)[0]?.['state'];
      expect(await stateOf()).toBe('open');
      write(anna, 'Noch offen');
      await saved(anna);
      await freeze(() => undefined);
      expect(await stateOf()).toBe('frozen');
      await sql`update document set state = 'open' where id = ${plan}`;
      await server.hub.refresh(plan);
    },
  },
];

/** Rows that another test proves; its title stands there. */
const ELSEWHERE: [row: string, input: string, file: string, title: string][] = [
  [
    '15',
    'a message of 2 MB',
    'integration/sync/hostile.test.ts',
    'a message above the limit, or in too many fragments',
  ],
  [
    '16',
    '17 000 fragments',
    'integration/sync/hostile.test.ts',
    'a message above the limit, or in too many fragments',
  ],
  ['17', 'an offer to compress', 'integration/sync/hostile.test.ts', 'compression is not negotiated'],
  [
    '19',
    'GET // and GET http://[ with an upgrade',
    'integration/access/lobby.test.ts',
    'packets that killed other servers',
  ],
  [
    '20',
    'half-open handshakes',
    'integration/sync/hostile.test.ts',
    'connections that never say what they want are cut off',
  ],
  ['21', 'a foreign Origin', 'integration/access/lobby.test.ts', 'a foreign Origin gets 403 on every socket'],
  [
    '22',
    'expired, revoked, unknown links',
    'integration/access/links.test.ts',
    'unknown, expired and revoked links get the same answer',
  ],
  [
    '23',
    'a right withdrawn with a queue',
    'unit/sync/room.test.ts',
    'revoking drops what that device has queued',
  ],
  [
    '23',
    'a right withdrawn at the table',
    'integration/access/lobby.test.ts',
    'a revoked person’s sockets close within a second',
  ],
  [
    '24',
    'somebody removed amid their edits',
    'integration/access/lobby.test.ts',
    'a removed person is gone for all, and what they wrote stays',
  ],
  [
    '25',
    'an edit after the freeze',
    'integration/protocol/freeze.test.ts',
    'an edit after the freeze is refused, and the version stays byte for byte',
  ],
  [
    '25',
    'the refused words stay',
    'unit/session/with-server.test.ts',
    'an edit after freezing is refused as locked',
  ],
  [
    '26',
    'a freeze asked for again and again',
    'integration/protocol/freeze.test.ts',
    'twenty presses make one version, whole, with state and audit',
  ],
  [
    '27',
    'an old hash, a stranger’s signature',
    'integration/protocol/freeze.test.ts',
    'only the hash that was read can be signed',
  ],
  [
    '28',
    'a commit that fails',
    'unit/sync/room.test.ts',
    'a commit that fails takes everything back, closes the sockets and reloads',
  ],
  [
    '28',
    'a database that is silent, then back',
    'integration/database/lost.test.ts',
    'a server that is silent is given up, and found again when it is back',
  ],
  ['29', 'a second owner', 'integration/sync/sync.test.ts', 'a second owner fences out the first'],
  [
    '30',
    'a changed audit row',
    'integration/meetings/meeting.test.ts',
    'what happened is written down in a chain that finds every change',
  ],
  [
    '30',
    'a clock that goes back',
    'integration/access/attack.test.ts',
    'a clock that goes back changes neither',
  ],
];

describe('bad input, row by row', () => {
  let database: TestDatabase;
  let scene: Scene;
  let plans = 0;
  const clients: { end(): void }[] = [];
  beforeAll(async () => {
    database = await openTestDatabase('postgres');
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    const plan = `bad-${++plans}`;
    await plant(database, plan);
    const server = await open(database, plan);
    const anna = await joined(server, plan, 'anna');
    addGoal(anna.doc, null, { id: 'g', textOwn: 'Annas Ziel' }, ORIGIN.list);
    await saved(anna);
    scene = {
      server,
      database,
      plan,
      anna,
      async evil(role = 'youth') {
        const client = await new RawClient(`${server.urlOf(`${plan}-${role}`)}/${plan}`).open();
        clients.push(client);
        return client;
      },
      sentence: () => (goalOf(anna).get('textOwn') as Y.Text)._start?.id as Y.ID,
    };
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) {
      client.end();
    }
    scene.anna.destroy();
    await scene.server.close();
  });

  it.each(
    ROWS.map((row) => [row.rule, row.row, row.input, row.expected, row.run] as const),
  )('[%s] row %s: %s: %s', async (_rule, _row, _input, _expected, run) => {
    const rows = await rowsOf(database, scene.plan);
    const before = sentences(scene.anna);
    await run(scene);
    if (!sentences(scene.anna).some((sentence) => !before.includes(sentence))) {
      expect(await rowsOf(database, scene.plan)).toBe(rows);
    }
    // The honest person has noticed nothing and goes on.
    expect([...scene.anna.closes, ...scene.anna.nacks]).toEqual([]);
    write(scene.anna, 'Es geht weiter');
    await saved(scene.anna);
    expect(scene.server.troubles).toEqual([]);
  });
});

describe('bad input that other tests are about', () => {
  it.each(ELSEWHERE)('row %s: %s is proven in %s', (_row, _input, file, title) => {
    expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')).toContain(title);
  });

  it('leaves no row out', () => {
    const numbers = [...ROWS.map(({ row }) => row), ...ELSEWHERE.map(([row]) => row)].flatMap((row) =>
      (row.match(/\d+/g) ?? []).map(Number),
    );
    expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  });
});

/** Bytes of the heap that are still in use. */
function heapAfterGc(): number {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

function guardContext(doc: Y.Doc): Parameters<typeof judge>[1] {
  return {
    doc,
    participationId: 'youth',
    writer: { personId: 'person-youth', leads: false },
    ownerOf: () => undefined,
    writable: new Set(PLAN_PARTS),
    open: true,
    room: 'free',
    limits: PLAN_RULES.limits,
  };
}

async function plant({ sql }: TestDatabase, plan: string): Promise<void> {
  await plantMeeting(sql, plan, ['anna', 'ben', 'youth', 'reader']);
  await sql.begin((tx) =>
    insertDocument(tx, { id: plan, kind: 'plan', meetingId: plan, seed: seedPlan(EMPTY_SEED) }),
  );
}

function open(
  { sql }: TestDatabase,
  plan: string,
  limits: Parameters<typeof openSyncServer>[0]['limits'] = {},
): Promise<SyncServer> {
  return openSyncServer({ store: createPgStore(sql), facts: createPgFacts(sql), limits }, [
    participant(`${plan}-youth`, 'junger_mensch'),
    participant(`${plan}-reader`, 'dolmetscher'),
  ]);
}

async function joined(server: SyncServer, plan: string, name: string): Promise<SyncClient> {
  const client = connectClient(server.urlOf(`${plan}-${name}`), plan);
  await until(() => client.provider.synced, 'the plan is there');
  await saved(client);
  return client;
}

/** A document whose every change becomes an update. */
function typist(): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  return { doc, updates };
}

/** What a save takes, in milliseconds: the median of so many. */
async function usualSave(client: SyncClient, count: number): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < count; n++) {
    const started = performance.now();
    scribble(client.doc, n);
    await saved(client);
    took.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return took.sort((a, b) => a - b)[Math.floor(count / 2)] ?? 0;
}

async function readDoc({ sql }: TestDatabase, plan: string): Promise<Y.Doc> {
  const stored = await createPgStore(sql).read(plan);
  const doc = new Y.Doc();
  if (stored?.compacted) {
    Y.applyUpdateV2(doc, stored.compacted.bytes);
  }
  for (const { bytes } of stored?.tail ?? []) {
    Y.applyUpdate(doc, bytes);
  }
  return doc;
}

async function rowsOf({ sql }: TestDatabase, plan: string): Promise<number> {
  const [row] = await sql<{ next_seq: number }[]>`select next_seq from document where id = ${plan}`;
  return Number(row?.next_seq);
}

function goalOf(client: SyncClient): Y.Map<unknown> {
  return client.doc.getMap<Y.Map<unknown>>('goals').get('g') as Y.Map<unknown>;
}

function write(client: SyncClient, text: string): void {
  setGoalText(client.doc, 'g', 'textOwn', text, ORIGIN.text);
}

function sentences({ doc }: SyncClient): string[] {
  return readGoals(doc).map(({ sentence }) => sentence);
}
