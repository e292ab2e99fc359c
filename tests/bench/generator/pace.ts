import { Histogram } from './histogram.ts';

/** Something that happens at an even rate, by one client after the other. */
export interface Stream {
  perSecond: number;
  act(index: number, now: number): void;
}

const PAUSE_MS = 1;

/** Lets streams flow at their rates, whatever becomes of them on the other side. */
export class Pace {
  /** How late things happened: a busy generator is a wrong measure. */
  readonly lateness = new Histogram();
  readonly #streams: readonly Stream[];
  readonly #done: number[];
  readonly #began = performance.now();
  #timer: NodeJS.Timeout;

  constructor(streams: readonly Stream[]) {
    this.#streams = streams.filter(({ perSecond }) => perSecond > 0);
    this.#done = this.#streams.map(() => 0);
    this.#timer = setTimeout(() => this.#run(), PAUSE_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #run(): void {
    const now = performance.now();
    for (const [index, { perSecond, act }] of this.#streams.entries()) {
      const due = ((now - this.#began) * perSecond) / 1000;
      let done = this.#done[index] ?? 0;
      if (done < due) {
        this.lateness.add(now - this.#began - (done * 1000) / perSecond);
      }
      for (; done < due; done++) {
        act(done, performance.now());
      }
      this.#done[index] = done;
    }
    this.#timer = setTimeout(() => this.#run(), PAUSE_MS);
  }
}
