import * as Y from 'yjs';
import type { LogEntry } from '#server/sync/log/store.ts';
import type { ParticipantRole } from '#shared/access/parts.ts';
import { type Random, seededRandom } from '../random.ts';
import { until } from '../sync-server.ts';
import { type FuzzBase, lastRow } from './base.ts';
import { faultsOf, isSame, replicaOf } from './check.ts';
import { type FuzzKind, fuzzKindOf } from './kinds.ts';
import { type Link, openLink } from './link.ts';
import type { Inserts } from './mortal-store.ts';
import { type FuzzServer, type House, openFuzzServer, type Seat } from './server.ts';
import { Tab } from './tab.ts';

/** Roles in the order in which they sit down. */
const ROLES: readonly ParticipantRole[] = [
  'moderation',
  'junger_mensch',
  'personensorgeberechtigt',
  'dolmetscher',
  'fachkraft_jugendamt',
  'familienmitglied',
  'bildschirm',
  'vertrauensperson',
];

/** What a freeze wrote, noted inside its transaction. */
export interface Frozen {
  last: number;
  canonical: string;
}

/** A run on a busy machine gets through less; below this it proves nothing. */
const LEAST_CHANGES = 10;

/** Everything of one run. */
export class World {
  readonly documentId: string;
  readonly kind: FuzzKind;
  readonly random: Random;
  readonly base: FuzzBase;
  readonly house: House;
  readonly seats = new Map<string, Seat>();
  readonly tabs: Tab[] = [];
  readonly links: Link[] = [];
  /** Servers that still run although another has taken over. */
  readonly zombies: FuzzServer[] = [];
  /** What has been counted, so that a run which does nothing is seen. */
  readonly counts = new Map<string, number>();
  server!: FuzzServer;
  frozen: Frozen | null = null;
  /** Documents that a freeze has put an end to, encoded. */
  readonly ended: Uint8Array[] = [];
  /** A freeze that nobody waits for. */
  freezing: Promise<void> | null = null;
  /** Number of the last row that was written. */
  #seq = 0;

  constructor(base: FuzzBase, documentId: string, seed: number, weaken?: House['weaken']) {
    this.base = base;
    this.documentId = documentId;
    this.kind = fuzzKindOf(seed);
    this.random = seededRandom(seed);
    const inserts: Inserts = {
      delayMs: 0,
      asked: (entry) => this.#askedToInsert(entry),
      written: (_planId, seq) => this.#written(seq),
    };
    this.house = {
      base,
      seats: this.seats,
      inserts,
      faults: [],
      troubles: [],
      ...(weaken ? { weaken } : {}),
    };
  }

  /**
   * Three to eight devices. At a plan the last one may be a second device of the first person; what is
   * one person's own is open on that person's devices alone.
   */
  async open(): Promise<void> {
    const seated = ROLES.slice(0, 3 + this.random.below(ROLES.length - 3));
    const { isShared, rules, seed } = this.kind;
    const people = isShared ? seated : seated.slice(1, 2);
    const names = people.map((_, index) => `p${index}`);
    await this.base.plant(this.documentId, rules.kind.name, names, seed());
    this.server = await openFuzzServer(this.house);
    const withSecond = this.random.below(2) === 0 ? seated : [...seated, ROLES[0] as ParticipantRole];
    const owners = isShared ? withSecond : withSecond.map(() => people[0] as ParticipantRole);
    for (const [index, role] of owners.entries()) {
      const participationId = `${this.documentId}-p${index % people.length}`;
      const seat: Seat = {
        participationId,
        deviceId: `${this.documentId}-d${index}`,
        role,
        admitted: true,
        slow: false,
        wasSlow: false,
      };
      this.seats.set(seat.deviceId, seat);
      const link = await openLink(this.server.port);
      this.links.push(link);
      this.tabs.push(new Tab(this.documentId, this.kind, seat, link));
    }
    await until(() => this.tabs.every(({ page }) => page.ready), 'all have the plan');
  }

  tab(): Tab {
    return this.random.pick(this.tabs) as Tab;
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  async isFrozen(): Promise<boolean> {
    return (await this.base.facts(this.documentId))?.state === 'frozen';
  }

  /** Nothing came after the freeze, and the plan is what the version says. */
  async checkFrozen(): Promise<void> {
    if (!this.frozen || !(await this.isFrozen())) {
      return;
    }
    const last = await lastRow(this.base.store, this.documentId);
    if (last !== this.frozen.last) {
      this.house.faults.push(`row ${last} came after the freeze at ${this.frozen.last}`);
    }
    const replica = await replicaOf(this.base.store, this.documentId, this.kind);
    if (this.kind.canonicalOf(replica) !== this.frozen.canonical) {
      this.house.faults.push('the frozen plan is another one by now');
    }
    replica.destroy();
  }

  /** The network and the servers come to rest; everybody who may gets what they typed answered. */
  async heal(): Promise<void> {
    await this.freezing;
    this.server.store.failNext(null);
    for (const zombie of this.zombies.splice(0)) {
      await zombie.close();
    }
    for (const tab of this.tabs) {
      tab.seat.slow = false;
      tab.link.heal();
      if (tab.seat.admitted) {
        tab.page.provider.connect();
      } else {
        tab.reload(false);
      }
    }
    const living = this.living();
    await until(
      () => living.every(({ page }) => page.isSettled),
      () => `everything has its answer: ${living.map(({ page }) => page.describe()).join(' ')}`,
      15_000,
    );
    const [first, ...others] = living;
    await until(
      () => others.every((tab) => first !== undefined && isSame(first.page.doc, tab.page.doc)),
      'the replicas are equal',
      5_000,
    );
    // Well before clients tell themselves again by their own clock, after 15 s.
    await until(
      () => living.every((tab) => this.#unseenBy(tab) === ''),
      () => `everybody sees who is there: ${living.map((tab) => this.#unseenBy(tab)).join(' ')}`,
      5_000,
    );
  }

  /** Whom a page should see and does not, or sees and should not, in words. */
  #unseenBy({ page, seat }: Tab): string {
    const present = this.kind.rules.kind.presence ? this.living() : [];
    const there = present
      .filter((other) => other.seat !== seat && other.seat.role !== 'bildschirm')
      .map((other) => other.page.doc.clientID);
    const seen = [...page.provider.awareness.getStates().keys()].filter((id) => id !== page.doc.clientID);
    const missing = there.filter((id) => !seen.includes(id)).map((id) => `${seat.deviceId} lacks ${id}`);
    const ghosts = (seat.wasSlow ? [] : seen)
      .filter((id) => !there.includes(id))
      .map((id) => `${seat.deviceId} still has ${id}`);
    return [...missing, ...ghosts].join(', ');
  }

  living(): Tab[] {
    return this.tabs.filter(({ seat }) => seat.admitted);
  }

  /** What is wrong now, in words. */
  async faults(): Promise<string[]> {
    await this.checkFrozen();
    const replica = await replicaOf(this.base.store, this.documentId, this.kind);
    const faults = [
      ...this.house.faults,
      ...faultsOf(this.kind, replica, this.ended.map(docFrom), this.tabs, this.living()),
    ];
    replica.destroy();
    return faults;
  }

  /** Too little happened for this run to prove anything; in words. */
  idleness(): string[] {
    const durable = this.tabs.flatMap(({ entries }) => entries).filter(({ fate }) => fate === 'durable');
    return durable.length >= LEAST_CHANGES ? [] : [`only ${durable.length} changes were acknowledged`];
  }

  /** Of a device whose right has ended, nothing may be written that was not on its way to the store. */
  #askedToInsert({ update }: LogEntry): void {
    const clients = new Set(update ? Y.parseUpdateMeta(update).to.keys() : []);
    for (const { seat, pages } of this.tabs) {
      if (!seat.admitted && pages.some(({ doc }) => clients.has(doc.clientID))) {
        this.house.faults.push(`${seat.deviceId} wrote after the revocation`);
      }
    }
  }

  #written(seq: number): void {
    if (seq <= this.#seq) {
      this.house.faults.push(`row ${seq} was written after row ${this.#seq}`);
    }
    this.#seq = seq;
  }

  async close(): Promise<void> {
    for (const tab of this.tabs) {
      tab.close();
    }
    for (const server of [...this.zombies, this.server]) {
      await server?.close();
    }
    await Promise.all(this.links.map((link) => link.close()));
  }
}

function docFrom(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}
