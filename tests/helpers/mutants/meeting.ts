import { expect } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { emptyDoc } from '#server/sync/log/committed.ts';
import { type Edit, type Outcome, type StageContext, type Staged, stage } from '#server/sync/room/staging.ts';
import type { Connection } from '#server/sync/wire/connection.ts';
import type { DocumentKind } from '#shared/documents/kind.ts';
import type { Random } from '../random.ts';
import { itemsByRoot } from '../yjs-truth.ts';
import { MUTANT_KINDS, type MutantKind } from './kinds.ts';

/** Client ids of those at the table, and of the server. */
export const [ANNA, BEN, CEM, SERVER] = [101, 202, 303, 99];
/** Whose client ids they are. */
export const NAMES = new Map([
  [ANNA, 'anna'],
  [BEN, 'ben'],
  [CEM, 'cem'],
]);

/**
 * A document in which every root holds something, most of it the server's or Anna's. Its client ids are
 * fixed ones, because a seed must give the same run again.
 */
export function newDocument(kind: MutantKind): Uint8Array {
  const server = as(kind, SERVER);
  kind.plant(server);
  const anna = as(kind, ANNA, Y.encodeStateAsUpdate(server));
  kind.begin(anna);
  return Y.encodeStateAsUpdate(anna);
}

/** A document of this kind under a client id, with what an update brings. */
export function as({ rules }: MutantKind, clientId: number, update?: Uint8Array): Y.Doc {
  const doc = emptyDoc(rules);
  if (update) {
    Y.applyUpdate(doc, update);
  }
  doc.clientID = clientId;
  return doc;
}

/** One document, its log, and a replica that gets each row as it is told. */
export class Meeting {
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

/** Whether something waits for what is not there. */
export function isPending({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}

/** Everything a document shows, root by root. */
function contentOf(doc: Y.Doc, { roots }: DocumentKind): unknown[] {
  return Object.entries(roots).map(([name, { holds }]) =>
    (holds === 'before' ? doc.getXmlFragment(name) : doc.getMap(name)).toJSON(),
  );
}
