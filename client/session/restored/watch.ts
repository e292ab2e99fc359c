import type { WireState } from '#shared/wire/messages.ts';

type Counted = Pick<WireState, 'generation' | 'epoch' | 'seq'>;

/** Tells from message 102 whether the server holds less than this page has seen of a document. */
export class RestoreWatch {
  #seen: Counted | null = null;
  /** Versions that there were when the document of now was loaded. */
  #versions: number | null = null;

  /** Another document is loaded. */
  loads(): void {
    this.#versions = null;
  }

  /** Whether it fell behind. From now on it is compared with this state. */
  fellBehind(now: WireState): boolean {
    const seen = this.#seen;
    const { generation, epoch, seq } = now;
    this.#seen = { generation, epoch, seq };
    this.#versions ??= now.versions;
    return seen !== null && (generation !== seen.generation || epoch < seen.epoch || seq < seen.seq);
  }

  /** The log has come so far. */
  cameTo(seq: number): void {
    if (this.#seen) {
      this.#seen.seq = Math.max(this.#seen.seq, seq);
    }
  }

  /** Whether a version that was frozen meanwhile explains that the document is another one. */
  wasMadeAnew(now: WireState | null): boolean {
    return now !== null && this.#versions !== null && now.versions > this.#versions;
  }
}
