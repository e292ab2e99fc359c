import { leads } from '#shared/access/parts.ts';
import type { MadeRoom } from '#shared/api/answers.ts';
import { OPERATIONS } from '../helpers/fuzz/operations.ts';
import { scribble } from '../helpers/plan-doc.ts';
import type { Random } from '../helpers/random.ts';
import type { Violation, ViolationKind } from './checker.ts';
import { Desk } from './desk.ts';
import { Person } from './person.ts';
import type { ServerProcess } from './server.ts';
import { pause, waitFor } from './wait.ts';
import type { World } from './world.ts';

const LEAST_PEOPLE = 3;
const MOST_PEOPLE = 8;
/** Typing pauses of one person. */
const PAUSE_MS = { least: 8, most: 60 };
/** A revocation must hold after this time. */
const REVOKED_MS = 1_000;

/** One meeting: people who type while something goes wrong, and what must hold afterwards. */
export class Round {
  readonly world: World;
  readonly random: Random;
  readonly meetingId: string;
  /** The plan's. */
  readonly documentId: string;
  readonly people: Person[];
  /** What some of them write for themselves; the seed says whether there is any. */
  readonly desks: Desk[] = [];
  readonly violations: Violation[] = [];
  /** The log's last number when the plan was frozen. */
  frozenAt: number | null = null;
  isFrozen = false;
  /** Whose refusals are wanted. */
  readonly offenders = new Set<Person>();
  /** Whose right was taken away, and when it had ended at the latest. */
  readonly revoked = new Map<Person, number>();
  #typing: Promise<void>[] = [];
  #isTyping = false;

  static async open(world: World, random: Random): Promise<Round> {
    const participants = LEAST_PEOPLE + random.below(MOST_PEOPLE - LEAST_PEOPLE + 1);
    const order = { meetings: 1, participants, admit: true };
    const [room] = await world.server.command<MadeRoom[]>('rooms', order);
    if (!room) {
      throw new Error('no room was made');
    }
    const { planId, places } = room;
    const people = await Promise.all(
      places.map(({ participationId, personId, role, cookie, name }) =>
        Person.sitDown(
          {
            participationId,
            personId,
            leads: leads(role),
            documentId: planId,
            cookie: cookie ?? '',
            origin: world.server.origin,
          },
          name,
          world.server.port,
        ),
      ),
    );
    const round = new Round(world, random, room, people);
    await round.#openDesks(room);
    const areAllHere = (): boolean => round.everybody.every(({ synced }) => synced);
    await waitFor(areAllHere, 'everybody has their documents', world.healMs);
    return round;
  }

  private constructor(world: World, random: Random, { meetingId, planId }: MadeRoom, people: Person[]) {
    this.world = world;
    this.random = random;
    this.meetingId = meetingId;
    this.documentId = planId;
    this.people = people;
  }

  /** In half of the rounds two of them also write for themselves. */
  async #openDesks({ places }: MadeRoom): Promise<void> {
    for (const [at, place] of this.random.below(2) === 0 ? places.slice(0, 2).entries() : []) {
      const owner = this.people[at] as Person;
      const desk = await Desk.open(
        owner,
        place,
        this.random,
        async (path, recordIds) => (await this.request(owner, 'POST', path, { recordIds })).status,
      );
      this.desks.push(desk);
    }
    const add = this.violation.bind(this);
    for (const desk of this.desks) {
      for (const other of this.everybody.filter((one) => one !== desk.owner && one !== desk.person)) {
        desk.listenAt(other, add);
      }
      for (const person of this.people) {
        desk.watch(person);
      }
    }
  }

  get server(): ServerProcess {
    return this.world.server;
  }

  /** Those who are at the table. */
  get here(): Person[] {
    return this.people.filter((person) => !person.gone && !this.revoked.has(person));
  }

  /** All tabs, also those of documents of one's own. */
  get everybody(): Person[] {
    return [...this.people, ...this.desks.map(({ person }) => person)];
  }

  /** The facilitator. */
  get leader(): Person {
    return this.people[0] as Person;
  }

  /** Somebody other than the facilitator. */
  guest(): Person {
    const guests = this.here.filter((person) => person !== this.leader);
    return this.random.pick(guests) ?? this.leader;
  }

  violation(kind: ViolationKind, detail: string): void {
    this.violations.push({ kind, detail: `${this.documentId}: ${detail}` });
  }

  startTyping(): void {
    this.#isTyping = true;
    this.#typing = [
      ...this.people.map((person) => this.#type(person, () => this.operate(person))),
      ...this.desks.map((desk) => this.#type(desk.owner, () => desk.act())),
    ];
  }

  async stopTyping(): Promise<void> {
    this.#isTyping = false;
    await Promise.all(this.#typing);
  }

  /** Some time between `least` and `most` milliseconds. */
  async someTime(least: number, most: number): Promise<void> {
    await pause(least + this.random.below(most - least + 1));
  }

  /** One operation, or its undoing. */
  operate(person: Person): void {
    const { random } = this;
    person.act((doc, undo) => {
      const chance = random.below(20);
      if (chance === 0) {
        undo.undo();
      } else if (chance === 1) {
        undo.redo();
      } else {
        random.pick(OPERATIONS)?.(doc, random, person.seat);
      }
    });
  }

  /** Tabs that are closed in this moment. */
  async closeTabs(count: number): Promise<void> {
    for (let left = Math.min(count, this.here.length - 2); left > 0; left--) {
      await this.guest().leave();
    }
  }

  /** A request of somebody at the table, straight to the server. */
  request(person: Person, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
    const { origin, cookie, participationId } = person.seat;
    return fetch(`${this.server.origin}/api/p/${participationId}/${path}`, {
      method,
      headers: { origin, cookie, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(30_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** A POST of the facilitator; null when nobody answered. */
  async lead(path: string, body: unknown = {}): Promise<Response | null> {
    try {
      return await this.request(this.leader, 'POST', path, body);
    } catch {
      return null;
    }
  }

  /** Freezes the plan, as often as it needs to be said. */
  async freeze(): Promise<void> {
    await waitFor(() => this.#saysFrozen(), 'the plan is frozen', this.world.healMs);
    this.isFrozen = true;
    if (this.world.canLook) {
      this.frozenAt = await this.world.withDatabase(async (sql) => {
        const rows = await sql<{ last: number }[]>`
          select next_seq - 1 as last from document where id = ${this.documentId}`;
        return Number(rows[0]?.last);
      });
    }
  }

  async #saysFrozen(): Promise<boolean> {
    const begun = await this.lead('freeze', { step: 'begin' });
    const done = await this.lead('freeze', { step: 'now' });
    // Both "wrong state": it is frozen already.
    return done?.status === 200 || (begun?.status === 409 && done?.status === 409);
  }

  /** Takes somebody's right away; what they hear later than a second afterwards is a violation. */
  async revoke(person: Person): Promise<void> {
    this.revoked.set(person, Number.POSITIVE_INFINITY);
    await this.lead(`people/${person.seat.participationId}/revoke`);
    this.revoked.set(person, Date.now() + REVOKED_MS);
  }

  /** The right has been away since now at the latest. */
  revokedBy(person: Person): void {
    this.revoked.set(person, Date.now() + REVOKED_MS);
  }

  /** Everything works again, everybody is back, everything is saved; then the promises can be checked. */
  async heal(): Promise<void> {
    const { server } = this;
    server.signal('SIGCONT');
    if (!server.runs) {
      await server.start();
    }
    for (const person of this.everybody) {
      person.link.target = server.port;
      person.link.heal();
    }
    await this.someTime(100, 300);
    await this.stopTyping();
    await Promise.all(this.desks.map((desk) => desk.rest()));
    const desks = this.desks.filter(({ owner }) => !this.revoked.has(owner));
    const waiting = [...this.here, ...desks.map(({ person }) => person)];
    for (const person of waiting) {
      person.comeBack();
    }
    try {
      await waitFor(() => waiting.every(({ saved }) => saved), 'everything is saved', this.world.healMs);
    } catch (error) {
      const open = waiting.filter(({ saved }) => !saved).map(({ name, synced }) => `${name} ${synced}`);
      this.violation('not-saved', `${(error as Error).message}: ${open.join(', ')}`);
    }
    await waitFor(() => this.#agree(), 'all have the same', 15_000).catch(() => undefined);
    if (this.isFrozen) {
      await this.#typeIntoFrozen();
    }
  }

  /** Words typed into a frozen plan by somebody who does not know yet must be refused, one by one. */
  async #typeIntoFrozen(): Promise<void> {
    const person = this.guest();
    const before = person.ledger.refusals.length;
    scribble(person.doc, 1, 'late');
    await waitFor(
      () => person.ledger.refusals.length > before && person.saved,
      'the late word is refused',
      this.world.healMs,
    ).catch(() => this.violation('edit-after-freeze', 'a late word was not refused'));
  }

  #agree(): boolean {
    const [first, ...others] = this.here.map(({ doc }) => doc.store.clients);
    const sum = (clients: typeof first): number =>
      [...(clients?.values() ?? [])].reduce((all, structs) => {
        const last = structs.at(-1);
        return all + (last ? last.id.clock + last.length : 0);
      }, 0);
    return others.every((other) => sum(other) === sum(first));
  }

  async #type(person: Person, act: () => void): Promise<void> {
    while (this.#isTyping && !person.gone) {
      if (!this.revoked.has(person)) {
        act();
      }
      await this.someTime(PAUSE_MS.least, PAUSE_MS.most);
    }
  }
}
