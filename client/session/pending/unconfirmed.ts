import * as Y from 'yjs';
import type { Connection } from '../connection/connection.ts';
import { looseText } from '../refused/refused.ts';
import { partOf, type Waiting } from './change-places.ts';
import { applyKept } from './kept.ts';
import type { UnsavedStore } from './unsaved.ts';

/** What of one document the server has not confirmed, over reloads of the tab and new documents. */
export class Unconfirmed {
  readonly #unsaved: UnsavedStore;
  /** Changes of an earlier document of this session or tab that the server may lack. */
  #carried: readonly Waiting[];
  #hasEnded = false;

  constructor(unsaved: UnsavedStore) {
    this.#unsaved = unsaved;
    const kept = unsaved.read();
    this.#carried = kept ? [kept] : [];
  }

  /** Everything without a confirmation, also what is not in this document yet. */
  in(link: Connection): readonly Waiting[] {
    return [...this.#carried, ...link.pending.waiting()];
  }

  /** Takes changes along to the next document. */
  carry(changes: readonly Waiting[]): void {
    this.#carried = [...this.#carried, ...changes];
  }

  /** Puts what was carried into a complete document; gives the words of what does not fit any more. */
  putInto(link: Connection): { text: string; place: string | undefined } | null {
    const carried = this.#carried;
    const updates = carried.map(({ update }) => update);
    this.#carried = [];
    const fits = updates.length === 0 || applyKept(link.doc, Y.mergeUpdates(updates));
    return fits ? null : { text: looseText(carried), place: partOf(carried) };
  }

  /** Writes what waits beside the tab, or forgets it where nothing does. */
  keep(link: Connection): void {
    const waiting = this.in(link);
    if (waiting.length === 0 || this.#hasEnded) {
      this.#unsaved.write(null);
      return;
    }
    this.#unsaved.write({
      update: Y.mergeUpdates(waiting.map(({ update }) => update)),
      places: [...new Set(waiting.flatMap(({ places }) => places))],
    });
  }

  /** The right has ended, so nothing of it stays in reach on this device. */
  end(): void {
    this.#hasEnded = true;
    this.#unsaved.write(null);
  }
}
