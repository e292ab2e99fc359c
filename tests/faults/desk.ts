import { isDeepStrictEqual } from 'node:util';
import type * as Y from 'yjs';
import type { Sql } from '#server/db/sql.ts';
import { compileKind } from '#server/sync/kinds.ts';
import { docOf } from '#server/sync/log/committed.ts';
import { createPgStore } from '#server/sync/log/pg-store.ts';
import type { RoomPlace } from '#shared/api/answers.ts';
import { addCard, CARD_KINDS, cardMap, readCards, readShown } from '#shared/documents/own/cards.ts';
import { ownKind } from '#shared/documents/own/kind.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { ownUndo } from '../../client/session/undo/undo-rules.ts';
import { shapeFaults } from '../helpers/document-shape.ts';
import { OWN_OPERATIONS } from '../helpers/fuzz/own-operations.ts';
import { PLAN_RULES } from '../helpers/plan-doc.ts';
import type { Random } from '../helpers/random.ts';
import { isOnTable, placeOf, recordWords, saidIn } from './card-places.ts';
import { type Add, checkWords, documentOf } from './checker.ts';
import { Person } from './person.ts';
import { pause, waitFor } from './wait.ts';

const RULES = compileKind(ownKind);
/** A request that takes longer counts as not answered. */
const ANSWER_MS = 10_000;

/** What a card's owner has asked for, and what is known of it. */
interface Wish {
  /** Words that stand in this card alone, from its first letter on. */
  secret: string;
  /** Somebody else may have heard of it: it was asked to be shown. */
  isAsked: boolean;
  /**
   * Somebody has undone the erasing of its words while it was on the table for them. Whether the server
   * gets that before or after a taking back is chance.
   */
  isBroughtBack: boolean;
  /** Whether it is shown; null where a request got no answer. */
  isShown: boolean | null;
}

/** The plan beside it: its id, and what it was when it was frozen; what was taken back is gone since then. */
interface Plan {
  planId: string;
  frozen: Uint8Array | null;
}

/** So many cards, those that were put away too, are enough. */
const MOST_CARDS = 80;

/** Sends a command of the owner; gives the status. */
type Send = (path: 'own/show' | 'own/take-back', recordIds: string[]) => Promise<number>;

/** What one person writes for themselves, shows and takes back, beside the plan. */
export class Desk {
  readonly owner: Person;
  /** The owner in the document that only they receive. */
  readonly person: Person;
  readonly #wishes = new Map<string, Wish>();
  readonly #send: Send;
  readonly #random: Random;
  #request: Promise<void> = Promise.resolve();
  #isAsking = false;
  /** How often the server has said that a card was shown, or taken back. */
  moved = 0;

  static async open(owner: Person, { ownId, name }: RoomPlace, random: Random, send: Send): Promise<Desk> {
    const seat = { ...owner.seat, documentId: ownId };
    const person = await Person.sitDown(seat, `${name}, own`, owner.link.target, ownUndo(seat.personId));
    return new Desk(owner, person, random, send);
  }

  private constructor(owner: Person, person: Person, random: Random, send: Send) {
    this.owner = owner;
    this.person = person;
    this.#random = random;
    this.#send = send;
  }

  /** Looks at everything that somebody else receives. */
  listenAt(other: Person, add: Add): void {
    const before = other.onBytes;
    other.onBytes = (bytes) => {
      before?.(bytes);
      for (const { secret, isAsked } of this.#wishes.values()) {
        if (!isAsked && bytes.includes(secret)) {
          add('own-told', `${other.name} received a card of ${this.owner.name} that was not shown`);
        }
      }
    };
  }

  /** Notices by what somebody does to the plan that words come back which they had erased. */
  watch(person: Person): void {
    person.watches.push((before) => {
      const missing = [...this.#wishes].filter(
        ([id, { isAsked, secret }]) => isAsked && !recordWords(before, id).includes(secret),
      );
      return (after) => {
        for (const [id, wish] of missing) {
          wish.isBroughtBack ||= recordWords(after, id).includes(wish.secret) && isOnTable(after, id);
        }
      };
    });
  }

  /** A card, some typing in it, or a card that goes to the others or comes back. */
  act(): void {
    const random = this.#random;
    if (!this.person.synced || cardMap(this.person.doc).size > MOST_CARDS) {
      this.#moveCard();
      return;
    }
    switch (random.below(4)) {
      case 0:
        this.#writeCard();
        break;
      case 1:
        this.#moveCard();
        break;
      default:
        this.person.act((doc) => random.pick(OWN_OPERATIONS)?.(doc, random, this.person.seat));
    }
  }

  /** Whatever was asked for has its answer, or none will come. */
  async rest(): Promise<void> {
    await Promise.race([this.#request, pause(ANSWER_MS)]);
  }

  #writeCard(): void {
    const random = this.#random;
    const id = `card-${random.below(2 ** 32).toString(36)}${random.below(2 ** 32).toString(36)}`;
    const secret = `geheim ${id}`;
    const kind = random.pick(CARD_KINDS) ?? 'satz';
    this.person.act((doc) => {
      this.#wishes.set(id, {
        secret,
        isAsked: false,
        isBroughtBack: false,
        isShown: false,
      });
      addCard(doc, { id, kind, text: secret }, ORIGIN.list);
    });
  }

  /** One request at a time: of two that cross nobody knows which came last. */
  #moveCard(): void {
    const card = this.#random.pick(readCards(this.person.doc));
    const wish = card && this.#wishes.get(card.id);
    if (!wish || !this.person.saved || this.#isAsking) {
      return;
    }
    const goal = wish.isShown === null ? this.#random.below(2) === 0 : !wish.isShown;
    const { isShown } = wish;
    wish.isAsked ||= goal;
    wish.isShown = null;
    this.#isAsking = true;
    this.#request = this.#send(goal ? 'own/show' : 'own/take-back', [card.id])
      .then((status) => {
        if (status === 200) {
          wish.isShown = goal;
          this.moved++;
        } else if (status >= 400 && status < 500) {
          wish.isShown = isShown;
        }
      })
      .catch(() => undefined)
      .finally(() => {
        this.#isAsking = false;
      });
  }

  /**
   * What must hold in the database: everything that was acknowledged is in the own document, and each card
   * is either in the plan or not, as its owner was told.
   * @param isGone the owner's right has ended, so their own replica may lag behind
   */
  async check(sql: Sql, { planId, frozen }: Plan, isGone: boolean, add: Add): Promise<void> {
    const store = createPgStore(sql);
    const stored = await store.read(this.person.seat.documentId);
    const storedPlan = await store.read(planId);
    if (!stored || !storedPlan) {
      add('log-damaged', `the own document of ${this.owner.name} is gone`);
      return;
    }
    const [fresh, plan] = [
      readable(() => docOf(stored, RULES), add),
      readable(() => (frozen ? documentOf(frozen) : docOf(storedPlan, PLAN_RULES)), add),
    ];
    if (!fresh || !plan) {
      return;
    }
    checkWords(fresh, [this.person], add);
    for (const fault of shapeFaults(fresh, ownKind)) {
      add('shape', `own: ${fault}`);
    }
    const reads = (): boolean => isDeepStrictEqual(ownKind.read(fresh), ownKind.read(this.person.doc));
    if (!isGone) {
      // The news of what was shown last may still be on its way.
      await waitFor(reads, 'the own replica reads the same', ANSWER_MS).catch(() =>
        add('replicas-differ', `what ${this.owner.name} has written for themselves reads otherwise there`),
      );
    }
    const said = saidIn(plan);
    for (const [id, record] of cardMap(fresh)) {
      const wish = this.#wishes.get(id);
      if (wish) {
        this.#checkCard(wish, placeOf(plan, id, readShown(record)), said, add);
      }
    }
    fresh.destroy();
    plan.destroy();
  }

  #checkCard(wish: Wish, place: 'own' | 'plan' | 'none', said: string, add: Add): void {
    const { isShown, secret } = wish;
    const whose = `a card of ${this.owner.name}`;
    if (place === 'none') {
      add('own-torn', `${whose} is shown and not in the plan`);
    }
    if (isShown !== null && isShown !== (place !== 'own')) {
      add('own-torn', `${whose} is ${isShown ? 'not shown' : 'shown'}, against the answer`);
    }
    if (place === 'own' && !wish.isBroughtBack && said.includes(secret)) {
      add('own-torn', `${whose} is not shown and yet in the plan`);
    }
  }
}

/** A document of the database; a log that cannot be read is a violation, and nothing more can be said of it. */
function readable(read: () => Y.Doc, add: Add): Y.Doc | null {
  try {
    return read();
  } catch (error) {
    add('log-damaged', (error as Error).message);
    return null;
  }
}
