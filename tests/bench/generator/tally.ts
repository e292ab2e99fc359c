import { Histogram } from './histogram.ts';

/** Client ids of a run are numbered: this many for each room. */
export const IDS_PER_ROOM = 1_024;
/** So many of the last edits of a client are remembered with the time at which they went out. */
const REMEMBERED = 8_192;

/** What was counted between two marks. */
export interface Counts {
  editsSent: number;
  cursorsSent: number;
  editDeliveries: number;
  cursorDeliveries: number;
  frames: number;
  bytes: number;
}

/** Counts of the whole run; all rooms share it. */
export class Tally {
  readonly delivery = new Histogram();
  readonly ack = new Histogram();
  counts: Counts = noCounts();

  clear(): void {
    this.counts = noCounts();
    this.delivery.clear();
    this.ack.clear();
  }
}

function noCounts(): Counts {
  return { editsSent: 0, cursorsSent: 0, editDeliveries: 0, cursorDeliveries: 0, frames: 0, bytes: 0 };
}

/** Who has got what in one room: for each pair of receiver and sender, how many edits in a row. */
export class RoomTally {
  readonly #all: Tally;
  readonly #firstId: number;
  readonly #seats: number;
  readonly #got: Int32Array;
  readonly #cursorClock: Float64Array;
  readonly #sent: Int32Array;
  readonly #sentAt: Float64Array;
  readonly #lastSeen: Uint8Array;
  /** Edits that reached somebody twice. */
  doubled = 0;
  /** Edits before which an earlier one of the same person was left out. */
  disordered = 0;
  /** Edits that came back to the one who sent them, by seat. */
  readonly echoed: Int32Array;

  constructor(all: Tally, firstId: number, seats: number) {
    this.#all = all;
    this.#firstId = firstId;
    this.#seats = seats;
    this.#got = new Int32Array(seats * seats);
    this.#cursorClock = new Float64Array(seats * seats);
    this.#lastSeen = new Uint8Array(seats * seats);
    this.#sent = new Int32Array(seats);
    this.#sentAt = new Float64Array(seats * REMEMBERED);
    this.echoed = new Int32Array(seats);
  }

  /** Notes that `seat` sends clocks up to `end` now. */
  sent(seat: number, end: number, now: number): void {
    for (let clock = this.#sent[seat] ?? 0; clock < end; clock++) {
      this.#sentAt[seat * REMEMBERED + (clock % REMEMBERED)] = now;
    }
    this.#sent[seat] = end;
  }

  sentBy(seat: number): number {
    return this.#sent[seat] ?? 0;
  }

  sentInAll(): number {
    return this.#sent.reduce((sum, sent) => sum + sent, 0);
  }

  /** Edits of others that this seat has got. */
  gotBy(receiver: number): number {
    let sum = 0;
    for (let sender = 0; sender < this.#seats; sender++) {
      sum += sender === receiver ? 0 : (this.#got[receiver * this.#seats + sender] ?? 0);
    }
    return sum;
  }

  /**
   * `receiver` gets clocks of `client`; those of the plan's beginning are nobody's here. `now` is null
   * where the time that they took means nothing.
   */
  edits(receiver: number, client: number, clock: number, length: number, now: number | null): void {
    const sender = client - this.#firstId;
    if (sender < 0 || sender >= this.#seats) {
      return;
    }
    if (sender === receiver) {
      this.echoed[receiver] = Math.max(this.echoed[receiver] ?? 0, clock + length);
      return;
    }
    const pair = receiver * this.#seats + sender;
    const got = this.#got[pair] ?? 0;
    const end = clock + length;
    if (clock < got) {
      this.doubled += Math.min(got, end) - clock;
    } else if (clock > got) {
      this.disordered += clock - got;
    }
    const fresh = Math.max(got, clock);
    for (let at = fresh; now !== null && at < end; at++) {
      this.#all.delivery.add(now - (this.#sentAt[sender * REMEMBERED + (at % REMEMBERED)] ?? 0));
    }
    this.#all.counts.editDeliveries += Math.max(0, end - fresh);
    this.#got[pair] = Math.max(got, end);
  }

  /** `receiver` gets a state of `client`; one that it has seen already does not count. */
  cursor(receiver: number, client: number, clock: number, isLast: boolean): void {
    const sender = client - this.#firstId;
    if (sender < 0 || sender >= this.#seats || sender === receiver) {
      return;
    }
    const pair = receiver * this.#seats + sender;
    if (clock > (this.#cursorClock[pair] ?? 0)) {
      this.#cursorClock[pair] = clock;
      this.#all.counts.cursorDeliveries++;
    }
    if (isLast) {
      this.#lastSeen[pair] = 1;
    }
  }

  /** Edits that one of the first `seats` people lacks of another of them. */
  missing(seats: number): number {
    let missing = 0;
    for (let receiver = 0; receiver < seats; receiver++) {
      for (let sender = 0; sender < seats; sender++) {
        if (receiver !== sender) {
          missing += (this.#sent[sender] ?? 0) - (this.#got[receiver * this.#seats + sender] ?? 0);
        }
      }
    }
    return missing;
  }

  /** Pairs of the first `seats` people in which one lacks the last cursor of the other. */
  lackingLastCursor(seats: number): number {
    const seen = this.#lastSeen.reduce((sum, flag) => sum + flag, 0);
    return seats * (seats - 1) - seen;
  }
}
