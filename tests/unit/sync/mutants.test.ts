import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { emptyDoc } from '#server/sync/log/committed.ts';
import { type Edit, type Outcome, type StageContext, type Staged, stage } from '#server/sync/room/staging.ts';
import type { Connection } from '#server/sync/wire/connection.ts';
import type { DocumentKind } from '#shared/documents/kind.ts';
import { shapeFaults } from '../../helpers/document-shape.ts';
import { MUTANT_KINDS, type MutantKind } from '../../helpers/mutants/kinds.ts';
import { type Material, MUTATORS } from '../../helpers/mutants/mutators.ts';
import { type Random, seededRandom } from '../../helpers/random.ts';
import { clocksOf, itemsByRoot } from '../../helpers/yjs-truth.ts';

const SEED = process.env['FUZZ_SEED'] ? Number(process.env['FUZZ_SEED']) : 20_261_121;
const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 100_000);
/** Rounds on one document before the next one begins. */
const ROUNDS_A_DOCUMENT = 100;
const [ANNA, BEN, CEM, SERVER] = [101, 202, 303, 99];
const NAMES = new Map([
  [ANNA, 'anna'],
  [BEN, 'ben'],
  [CEM, 'cem'],
]);

/**
 * A document in which every root holds something, most of it the server's or Anna's. Its client ids are
 * fixed ones, because a seed must give the same run again.
 */
function newDocument(kind: MutantKind): Uint8Array {
  const server = as(kind, SERVER);
  kind.plant(server);
  const anna = as(kind, ANNA, Y.encodeStateAsUpdate(server));
  kind.begin(anna);
  return Y.encodeStateAsUpdate(anna);
}

function as({ rules }: MutantKind, clientId: number, update?: Uint8Array): Y.Doc {
  const doc = emptyDoc(rules);
  if (update) {
    Y.applyUpdate(doc, update);
  }
  doc.clientID = clientId;
  return doc;
}

/** One document, its log, and a replica that gets each row as it is told. */
class Meeting {
  readonly kind: MutantKind;
  readonly base: Uint8Array;
  server: Y.Doc;
  /** How often something was applied and found wrong afterwards. */
  spoilt = 0;
  readonly follower: Y.Doc;
  readonly rows: Uint8Array[] = [];
  readonly owners = new Map(NAMES);
  readonly writable: ReadonlySet<string>;
  /** What the document holds, as the last round left it. */
  truth: ReadonlyMap<string, string> | null = null;
  readonly #material = new Map<number, Uint8Array[]>();

  constructor(random: Random) {
    this.kind = random.pick(MUTANT_KINDS) as MutantKind;
    this.base = newDocument(this.kind);
    this.server = as(this.kind, 1, this.base);
    this.follower = as(this.kind, 2, this.base);
    this.writable = new Set(random.pick(this.kind.rights));
  }

  get roots(): readonly string[] {
    return [...this.kind.rules.roots.keys()];
  }

  /** What `client` honestly writes next, now and then several things at once. */
  honest(client: number, random: Random): Uint8Array {
    const doc = as(this.kind, client, Y.encodeStateAsUpdate(this.server));
    const before = Y.encodeStateVector(doc);
    for (let count = 1 + random.below(3); count > 0; count--) {
      random.pick(this.kind.changes)?.(doc, random);
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
  take(participationId: string, updates: readonly Uint8Array[], writable: ReadonlySet<string>): string[] {
    const connection = {
      who: { participationId },
      answered: true,
      skipped: [] as number[],
      lookedAt: () => undefined,
    } as unknown as Connection;
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
  #stage(batch: readonly Edit[], writable: ReadonlySet<string>): Staged {
    const settled = new Map<Edit, Outcome>();
    const { limits } = this.kind.rules;
    for (;;) {
      const context: StageContext = {
        doc: this.server,
        judge,
        updateBytes: limits.updateBytes,
        messageBytes: limits.messageBytes,
        skipped: limits.skipped,
        ownerOf: (client) => this.owners.get(client),
        claimsLeft: () => limits.clientsPerParticipation,
        guardFor: () => ({ writer: { personId: 'ben', leads: false }, writable, open: true, limits }),
        use: { headroomWith: () => 'free', paperLeft: () => limits.paperChars, grew: () => undefined },
      };
      const staged = stage(batch, context, settled);
      if ('outcomes' in staged) {
        return staged;
      }
      // The only thing that cannot be seen before it is applied.
      expect(staged.reason).toMatch(/never side by side/);
      settled.set(staged.culprit, { kind: 'refused', code: 'malformed', reason: staged.reason });
      this.server = as(this.kind, 1, this.base);
      for (const row of this.rows) {
        Y.applyUpdate(this.server, row);
      }
      this.spoilt++;
    }
  }

  /** Everybody who ever loads this plan has the same, and nothing waits. */
  check(where: string): void {
    const loaded = as(this.kind, 3, this.base);
    for (const row of this.rows) {
      Y.applyUpdate(loaded, row);
      expect(isPending(loaded), where).toBe(false);
    }
    const joined = as(this.kind, 4, Y.encodeStateAsUpdate(this.server));
    const compacted = as(this.kind, 5);
    Y.applyUpdateV2(compacted, Y.encodeStateAsUpdateV2(this.server));
    const truth = itemsByRoot(this.server);
    const content = contentOf(this.server, this.kind.rules.kind);
    for (const doc of [this.follower, loaded, joined, compacted]) {
      expect(itemsByRoot(doc), where).toEqual(truth);
      expect(contentOf(doc, this.kind.rules.kind), where).toEqual(content);
      expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(this.server)), where).toBe(true);
      expect(isPending(doc), where).toBe(false);
    }
  }
}

function isPending({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}

/** Everything a document shows, root by root. */
function contentOf(doc: Y.Doc, { roots }: DocumentKind): unknown[] {
  return Object.entries(roots).map(([name, { holds }]) =>
    (holds === 'before' ? doc.getXmlFragment(name) : doc.getMap(name)).toJSON(),
  );
}

/** What no client takes away: records, on the table or off it, and fields that the server alone writes. */
function lastingOf(doc: Y.Doc, { roots }: DocumentKind): string[] {
  const lasting: string[] = [];
  for (const [name, shape] of Object.entries(roots)) {
    for (const [key, record] of shape.holds === 'records' ? doc.getMap<Y.Map<unknown>>(name) : []) {
      lasting.push(`${name}/${key} ${nameOf(record._item)}`);
      const fixed = (shape.holds === 'records' && shape.fixed) || [];
      lasting.push(...fixed.map((field) => `${name}/${key}.${field} ${nameOf(record._map.get(field))}`));
    }
  }
  return lasting;
}

function nameOf(item: Y.Item | null | undefined): string {
  return item && !item.deleted ? `${item.id.client}/${item.id.clock}` : 'none';
}

interface Count {
  passed: number;
  refused: number;
}

/** One round: Ben sends something; the plan afterwards is compared with the plan before. */
function round(meeting: Meeting, name: string, random: Random, where: string): string[] {
  const { writable } = meeting;
  const { kind } = meeting.kind.rules;
  const author = random.below(4) === 0 ? (random.pick([ANNA, CEM]) ?? ANNA) : BEN;
  const material: Material = {
    random,
    server: meeting.server,
    update: meeting.material(author, random),
    other: meeting.material(random.pick([ANNA, BEN]) ?? BEN, random),
    own: BEN,
    foreign: [ANNA, CEM, SERVER],
    unused: 1_000_000 + random.below(1_000_000),
    roots: meeting.roots,
    keys: meeting.kind.keys,
  };
  const updates = [MUTATORS[name]?.(material) ?? material.update];
  if (random.below(10) === 0) {
    // Sent twice, or with something honest in the same batch.
    updates.push(random.below(2) === 0 ? (updates[0] as Uint8Array) : material.update);
  }
  const before = meeting.truth ?? itemsByRoot(meeting.server);
  const clocks = clocksOf(meeting.server);
  const lasting = lastingOf(meeting.server, kind);
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
    if (items !== before.get(root) && (isRefused || !writable.has(root))) {
      expect.fail(`${where}: ${root} has changed`);
    }
  }
  const left = new Set(isRefused ? lasting : lastingOf(server, kind));
  const gone = lasting.filter((one) => !left.has(one));
  const faults = isRefused ? [] : [...shapeFaults(server, kind), ...gone.map((one) => `${one} is gone`)];
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
      if (at % ROUNDS_A_DOCUMENT === ROUNDS_A_DOCUMENT - 1) {
        meeting.check(where);
        meeting = new Meeting(random);
      } else if (at % 20 === 0) {
        // Others go on writing, over the whole plan.
        const client = random.pick([ANNA, CEM]) ?? ANNA;
        const theirs = meeting.take(
          NAMES.get(client) ?? '',
          [meeting.honest(client, random)],
          new Set(meeting.roots),
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
  }, 900_000);

  it.each([
    ...new Set(MUTANT_KINDS),
  ])(`[GU9] noise never throws, never spoils a document and costs little (%#, seed ${SEED})`, (kind) => {
    const random = seededRandom(SEED);
    const server = as(kind, 1, newDocument(kind));
    const started = performance.now();
    for (let at = 0; at < 2_500; at++) {
      const noise = Uint8Array.from({ length: 1 + random.below(300) }, () => random.below(256));
      const verdict = judge(noise, {
        doc: server,
        participationId: 'ben',
        writer: { personId: 'ben', leads: false },
        ownerOf: () => undefined,
        writable: new Set(kind.rules.roots.keys()),
        open: true,
        room: 'free',
        limits: kind.rules.limits,
      });
      expect(['refuse', 'gap', 'nothing', 'pass']).toContain(verdict.kind);
      if (verdict.kind === 'pass') {
        Y.applyUpdate(server, verdict.update);
        expect(shapeFaults(server, kind.rules.kind)).toEqual([]);
      }
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 30_000);
});
