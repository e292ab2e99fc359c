import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { type Edit, type Outcome, type StageContext, type Staged, stage } from '#server/sync/room/staging.ts';
import type { Connection } from '#server/sync/wire/connection.ts';
import { addAgreement, createFixedRecords } from '#shared/documents/plan/arrangements.ts';
import {
  addGoal,
  moveGoal,
  removeGoal,
  restoreGoal,
  setGoalText,
  setScale,
} from '#shared/documents/plan/goals.ts';
import { ORIGIN, recordOf } from '#shared/documents/plan/records.ts';
import {
  addResource,
  linkResource,
  placeResource,
  setResourceText,
} from '#shared/documents/plan/resources.ts';
import { writableParts } from '#shared/documents/plan/rights.ts';
import { MAP_PARTS, PLAN_PARTS, type PlanPart, partMap } from '#shared/documents/plan/roots.ts';
import { appendParagraphs } from '#shared/documents/plan/texts.ts';
import { type Material, MUTATORS } from '../../helpers/mutants.ts';
import { PLAN_RULES, planDoc } from '../../helpers/plan-doc.ts';
import { shapeFaults } from '../../helpers/plan-shape.ts';
import { type Random, seededRandom } from '../../helpers/random.ts';
import { clocksOf, itemsByRoot } from '../../helpers/yjs-truth.ts';

const SEED = process.env['FUZZ_SEED'] ? Number(process.env['FUZZ_SEED']) : 20_261_121;
const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 100_000);
/** Rounds on one plan before the next one begins. */
const ROUNDS_A_PLAN = 100;
const [ANNA, BEN, CEM, SERVER] = [101, 202, 303, 99];
const NAMES = new Map([
  [ANNA, 'anna'],
  [BEN, 'ben'],
  [CEM, 'cem'],
]);

/** What Ben may write: as the youth of the product, and less, so that every part is forbidden sometimes. */
const RIGHTS: readonly (readonly PlanPart[])[] = [
  writableParts('junger_mensch', 'open'),
  PLAN_PARTS.filter((part) => part !== 'resources' && part !== 'text:anlass' && part !== 'meta'),
  ['goals', 'text:bedarf', 'board'],
  ['resources', 'agreements', 'text:anlass'],
];

type Change = (doc: Y.Doc, random: Random) => void;
/** Record ids that nobody had before, and that no changed byte makes of another one: as in the product. */
const id = (random: Random): string =>
  `n${Array.from({ length: 4 }, () => random.below(0x1_0000_0000).toString(16)).join('')}`;
const WORDS = ['Ruhe', 'pünktlich', '😀', 'Oma\n', 'x'];
const CHANGES: readonly Change[] = [
  (doc, random) => setGoalText(doc, 'a', 'textOwn', `${random.pick(WORDS)} ${random.below(9)}`, ORIGIN.text),
  (doc, random) => setGoalText(doc, 'b', 'indicator', random.pick(WORDS) ?? '', ORIGIN.text),
  (doc, random) => addGoal(doc, 'a', { id: id(random), textOwn: 'Neu' }, ORIGIN.list),
  (doc, random) => moveGoal(doc, 'b', random.below(2) === 0 ? null : 'a', ORIGIN.board),
  (doc, random) => setScale(doc, 'a', 'ben', random.below(11), ORIGIN.list),
  (doc) => removeGoal(doc, 'b', 'ben', ORIGIN.list, new Date(0)),
  (doc) => restoreGoal(doc, 'b', ORIGIN.list),
  (doc, random) => addAgreement(doc, 'Wir rufen an', ORIGIN.list, id(random)),
  (doc, random) => addResource(doc, { id: id(random), domain: 'sozial', title: 'Tante' }, ORIGIN.list),
  (doc, random) => setResourceText(doc, 'r', 'title', random.pick(WORDS) ?? '', ORIGIN.text),
  (doc, random) => placeResource(doc, 'r', [random.below(900), 0], ORIGIN.board),
  (doc, random) => linkResource(doc, 'r', 'a', random.below(2) === 0, ORIGIN.list),
  (doc, random) => appendParagraphs(doc, 'bedarf', [random.pick(WORDS) ?? ''], ORIGIN.text),
  (doc, random) => appendParagraphs(doc, 'anlass', [random.pick(WORDS) ?? ''], ORIGIN.text),
  (doc) => {
    const section = doc.getXmlFragment('text:anlass');
    section.delete(0, Math.min(1, section.length));
  },
  (doc, random) => doc.getMap('board').set(`d${random.below(5)}`, { x: random.below(9) }),
];

/**
 * A plan in which every part holds something, most of it the server's or Anna's. Its client ids are fixed
 * ones, because a seed must give the same run again.
 */
function newPlan(): Uint8Array {
  const server = as(SERVER, new Uint8Array([0, 0]));
  createFixedRecords(server, 'Zusammen', null);
  appendParagraphs(server, 'anlass', ['Darum', 'Und'], ORIGIN.seed);
  appendParagraphs(server, 'sicht_kind', ['Ich'], ORIGIN.seed);
  for (const part of ['people', 'views', 'clearing', 'service'] as const) {
    partMap(server, part).set('s1', recordOf({ text: new Y.Text('vom Amt'), code: 1 }));
  }
  const anna = as(ANNA, Y.encodeStateAsUpdate(server));
  addGoal(anna, null, { id: 'a', textOwn: 'Pünktlich 😀 sein' }, ORIGIN.list);
  addGoal(anna, 'a', { id: 'b', textOwn: 'Wecker' }, ORIGIN.list);
  addResource(anna, { id: 'r', domain: 'sozial', title: 'Oma' }, ORIGIN.list);
  anna.getMap('board').set('d1', { x: 1 });
  return Y.encodeStateAsUpdate(anna);
}

function as(clientId: number, update: Uint8Array): Y.Doc {
  const doc = planDoc();
  Y.applyUpdate(doc, update);
  doc.clientID = clientId;
  return doc;
}

/** One plan, its log, and a replica that gets each row as it is told. */
class Meeting {
  readonly base = newPlan();
  server = as(1, this.base);
  /** How often something was applied and found wrong afterwards. */
  spoilt = 0;
  readonly follower = as(2, this.base);
  readonly rows: Uint8Array[] = [];
  readonly owners = new Map(NAMES);
  readonly writable: ReadonlySet<PlanPart>;
  /** What the plan holds, as the last round left it. */
  truth: ReadonlyMap<string, string> | null = null;
  readonly #material = new Map<number, Uint8Array[]>();

  constructor(random: Random) {
    this.writable = new Set(random.pick(RIGHTS));
  }

  /** What `client` honestly writes next, now and then several things at once. */
  honest(client: number, random: Random): Uint8Array {
    const doc = as(client, Y.encodeStateAsUpdate(this.server));
    const before = Y.encodeStateVector(doc);
    for (let count = 1 + random.below(3); count > 0; count--) {
      random.pick(CHANGES)?.(doc, random);
    }
    // Sometimes all that it has, as after a lost connection.
    return Y.encodeStateAsUpdate(doc, random.below(8) === 0 ? undefined : before);
  }

  /** Honest updates to make bad ones of; some are older than the plan by now. */
  material(client: number, random: Random): Uint8Array {
    const made = this.#material.get(client) ?? [];
    if (made.length < 3 || random.below(12) === 0) {
      made.unshift(this.honest(client, random));
      this.#material.set(client, made.slice(0, 3));
    }
    return random.pick(made) as Uint8Array;
  }

  /** Takes updates as the room does: judged, applied and made one row. */
  take(participationId: string, updates: readonly Uint8Array[], writable: ReadonlySet<PlanPart>): string[] {
    const connection = { who: { participationId }, answered: true, skipped: [] as number[] } as Connection;
    const batch = updates.map((update, n): Edit => ({ connection, n, full: false, update, at: 0 }));
    this.truth = null;
    const staged = this.#stage(batch, writable);
    for (const claim of staged.claims) {
      this.owners.set(claim.clientId, claim.participationId);
    }
    if (staged.update) {
      this.rows.push(staged.update);
      Y.applyUpdate(this.follower, staged.update);
    }
    return [...staged.outcomes.values()].map((outcome) =>
      outcome.kind === 'refused' ? `${outcome.code}: ${outcome.reason}` : outcome.kind,
    );
  }

  /** As the room does: what spoils the document is refused, and the document made anew without it. */
  #stage(batch: readonly Edit[], writable: ReadonlySet<PlanPart>): Staged {
    const settled = new Map<Edit, Outcome>();
    for (;;) {
      const context: StageContext = {
        doc: this.server,
        judge,
        updateBytes: PLAN_RULES.limits.updateBytes,
        messageBytes: PLAN_RULES.limits.messageBytes,
        skipped: PLAN_RULES.limits.skipped,
        ownerOf: (client) => this.owners.get(client),
        claimsLeft: () => PLAN_RULES.limits.clientsPerParticipation,
        guardFor: () => ({ writable, open: true, limits: PLAN_RULES.limits }),
        headroomWith: () => 'free',
      };
      const staged = stage(batch, context, settled);
      if ('outcomes' in staged) {
        return staged;
      }
      // The only thing that cannot be seen before it is applied.
      expect(staged.reason).toMatch(/never side by side/);
      settled.set(staged.culprit, { kind: 'refused', code: 'malformed', reason: staged.reason });
      this.server = as(1, this.base);
      for (const row of this.rows) {
        Y.applyUpdate(this.server, row);
      }
      this.spoilt++;
    }
  }

  /** Everybody who ever loads this plan has the same, and nothing waits. */
  check(where: string): void {
    const loaded = as(3, this.base);
    for (const row of this.rows) {
      Y.applyUpdate(loaded, row);
      expect(isPending(loaded), where).toBe(false);
    }
    const joined = as(4, Y.encodeStateAsUpdate(this.server));
    const compacted = planDoc();
    Y.applyUpdateV2(compacted, Y.encodeStateAsUpdateV2(this.server));
    const truth = itemsByRoot(this.server);
    const content = contentOf(this.server);
    for (const doc of [this.follower, loaded, joined, compacted]) {
      expect(itemsByRoot(doc), where).toEqual(truth);
      expect(contentOf(doc), where).toEqual(content);
      expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(this.server)), where).toBe(true);
      expect(isPending(doc), where).toBe(false);
    }
  }
}

function isPending({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}

/** Everything a plan shows, part by part. */
function contentOf(doc: Y.Doc): unknown[] {
  return PLAN_PARTS.map((part) =>
    (part.startsWith('text:') ? doc.getXmlFragment(part) : doc.getMap(part)).toJSON(),
  );
}

/** Every record on the table or off it, by the struct that made it. */
function recordsOf(doc: Y.Doc): string[] {
  return MAP_PARTS.filter((part) => part !== 'board').flatMap((part) =>
    [...partMap(doc, part)].map(
      ([key, { _item: made }]) => `${part}/${key} ${made?.id.client}/${made?.id.clock}`,
    ),
  );
}

interface Count {
  passed: number;
  refused: number;
}

/** One round: Ben sends something; the plan afterwards is compared with the plan before. */
function round(meeting: Meeting, name: string, random: Random, where: string): string[] {
  const { writable } = meeting;
  const author = random.below(4) === 0 ? (random.pick([ANNA, CEM]) ?? ANNA) : BEN;
  const material: Material = {
    random,
    server: meeting.server,
    update: meeting.material(author, random),
    other: meeting.material(random.pick([ANNA, BEN]) ?? BEN, random),
    own: BEN,
    foreign: [ANNA, CEM, SERVER],
    unused: 1_000_000 + random.below(1_000_000),
  };
  const updates = [MUTATORS[name]?.(material) ?? material.update];
  if (random.below(10) === 0) {
    // Sent twice, or with something honest in the same batch.
    updates.push(random.below(2) === 0 ? (updates[0] as Uint8Array) : material.update);
  }
  const before = meeting.truth ?? itemsByRoot(meeting.server);
  const clocks = clocksOf(meeting.server);
  const records = recordsOf(meeting.server);
  const outcomes = meeting.take('ben', updates, writable);
  const { server } = meeting;
  const after = itemsByRoot(server);
  meeting.truth = after;
  for (const [client, clock] of clocksOf(server)) {
    if (meeting.owners.get(client) !== 'ben' && clock !== (clocks.get(client) ?? 0)) {
      expect.fail(`${where}: something was written as client ${client}`);
    }
  }
  const isRefused = outcomes.every((outcome) => outcome !== 'kept');
  for (const [root, items] of after) {
    if (items !== before.get(root) && (isRefused || !writable.has(root as PlanPart))) {
      expect.fail(`${where}: ${root} has changed`);
    }
  }
  const left = new Set(isRefused ? records : recordsOf(server));
  const gone = records.filter((record) => !left.has(record));
  const faults = isRefused ? [] : [...shapeFaults(server), ...gone.map((record) => `${record} is gone`)];
  if (faults.length > 0 || isPending(meeting.follower)) {
    expect.fail(`${where}: ${faults.join()}, or something is pending`);
  }
  return outcomes;
}

describe('mutants', () => {
  it(`[GU9] ${ROUNDS} bad updates change nothing that is forbidden and leave no poison (seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    const names = Object.keys(MUTATORS);
    const counts = new Map<string, Count>(names.map((name) => [name, { passed: 0, refused: 0 }]));
    let meeting = new Meeting(random);
    for (let at = 0; at < ROUNDS; at++) {
      const where = `round ${at}, FUZZ_SEED=${SEED}`;
      if (at % ROUNDS_A_PLAN === ROUNDS_A_PLAN - 1) {
        meeting.check(where);
        meeting = new Meeting(random);
      } else if (at % 20 === 0) {
        // Others go on writing, over the whole plan.
        const client = random.pick([ANNA, CEM]) ?? ANNA;
        const theirs = meeting.take(
          NAMES.get(client) ?? '',
          [meeting.honest(client, random)],
          new Set(PLAN_PARTS),
        );
        expect(theirs, where).toEqual(['kept']);
      }
      const name = names[at % names.length] ?? '';
      const count = counts.get(name) as Count;
      for (const outcome of round(meeting, name, random, where)) {
        count[outcome === 'kept' ? 'passed' : 'refused']++;
      }
    }
    // A way that is never refused, or a run that always refuses, would prove nothing.
    for (const [name, { passed, refused }] of counts) {
      expect(refused, `${name}: ${passed} passed`).toBeGreaterThan(ROUNDS / 1_000);
    }
    const passed = [...counts.values()].reduce((sum, count) => sum + count.passed, 0);
    expect(passed).toBeGreaterThan(ROUNDS / 20);
  }, 300_000);

  it(`[GU9] noise never throws, never spoils the plan and costs little (seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    const server = as(1, newPlan());
    const started = performance.now();
    for (let at = 0; at < 5_000; at++) {
      const noise = Uint8Array.from({ length: 1 + random.below(300) }, () => random.below(256));
      const verdict = judge(noise, {
        doc: server,
        participationId: 'ben',
        ownerOf: () => undefined,
        writable: new Set(PLAN_PARTS),
        open: true,
        room: 'free',
        limits: PLAN_RULES.limits,
      });
      expect(['refuse', 'gap', 'nothing', 'pass']).toContain(verdict.kind);
      if (verdict.kind === 'pass') {
        Y.applyUpdate(server, verdict.update);
        expect(shapeFaults(server)).toEqual([]);
      }
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 30_000);
});
