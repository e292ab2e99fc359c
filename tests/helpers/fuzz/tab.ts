import type { UndoRules } from '../../../client/session/undo/undo-steps.ts';
import type { Random } from '../random.ts';
import type { Entry } from './entries.ts';
import type { FuzzKind } from './kinds.ts';
import type { Link } from './link.ts';
import type { Operation } from './operations.ts';
import { Page, type PageTab } from './page.ts';
import { type Seat, writerOf } from './server.ts';

/** One device: its pages one after the other, and everything that was ever typed on it. */
export class Tab implements PageTab {
  readonly documentId: string;
  readonly undo: UndoRules;
  readonly seat: Seat;
  readonly link: Link;
  readonly entries: Entry[] = [];
  readonly pages: Page[] = [];
  readonly faults: string[] = [];
  page: Page;

  constructor(documentId: string, { undo }: FuzzKind, seat: Seat, link: Link) {
    this.documentId = documentId;
    this.undo = undo(writerOf(seat).personId ?? '');
    this.seat = seat;
    this.link = link;
    this.page = this.#open([]);
  }

  get url(): string {
    return `ws://127.0.0.1:${this.link.port}/${this.seat.deviceId}`;
  }

  enter(update: Uint8Array): Entry {
    const entry: Entry = {
      update,
      fate: 'open',
      code: null,
      carriers: [],
      afterRevocation: !this.seat.admitted,
    };
    this.entries.push(entry);
    return entry;
  }

  /** Somebody does something, online or not. */
  operate(operation: Operation, random: Random): void {
    if (this.page.ready) {
      operation(this.page.doc, random, writerOf(this.seat));
    }
  }

  /** The page is loaded anew; `keeps` says whether the tab still had what was not acknowledged. */
  reload(keeps: boolean): void {
    const open = this.page.open;
    for (const entry of keeps ? [] : open) {
      entry.fate = 'lost';
    }
    this.page.destroy();
    this.page = this.#open(keeps ? open : []);
  }

  close(): void {
    for (const page of this.pages) {
      page.destroy();
      page.terminate();
      page.doc.destroy();
    }
  }

  ended(page: Page, carried: Entry[]): void {
    page.destroy();
    this.page = this.#open(carried);
  }

  #open(carried: Entry[]): Page {
    const page = new Page(this, carried);
    this.pages.push(page);
    return page;
  }
}
