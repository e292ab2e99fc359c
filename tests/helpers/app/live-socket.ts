import type { WebSocket as RawSocket } from 'ws';
import type { MeetingView, TableView } from '#shared/api/view.ts';
import { mustBeView } from '../api-shape.ts';

/** A live socket with everything it got. */
export class LiveSocket {
  readonly socket: RawSocket;
  readonly texts: string[] = [];
  closed: { code: number } | null = null;
  readonly #waiting = new Set<() => void>();

  constructor(socket: RawSocket) {
    this.socket = socket;
    socket.on('message', (data) => {
      mustBeView(String(data));
      this.texts.push(String(data));
      this.#wake();
    });
    socket.on('close', (code) => {
      this.closed = { code };
      this.#wake();
    });
    socket.on('error', () => this.#wake());
  }

  /** The latest view. */
  get view(): MeetingView | null {
    const last = this.texts.at(-1);
    return last ? (JSON.parse(last) as MeetingView) : null;
  }

  /** Waits for a view that fits; fails with the latest one after five seconds. */
  async until(fits: (view: MeetingView) => boolean): Promise<MeetingView> {
    await this.#when(() => this.view !== null && fits(this.view));
    return this.view as MeetingView;
  }

  /** The same at the table. */
  async untilTable(fits: (view: TableView) => boolean = () => true): Promise<TableView> {
    return (await this.until((view) => view.kind === 'table' && fits(view))) as TableView;
  }

  async untilClosed(): Promise<number> {
    await this.#when(() => this.closed !== null);
    return this.closed?.code ?? 0;
  }

  close(): void {
    this.socket.terminate();
  }

  #when(ready: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        if (ready()) {
          clearTimeout(timer);
          this.#waiting.delete(check);
          resolve();
        }
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(`waited in vain; closed: ${this.closed?.code}; last: ${this.texts.at(-1)}`));
      }, 5000);
      this.#waiting.add(check);
      check();
    });
  }

  #wake(): void {
    for (const check of [...this.#waiting]) {
      check();
    }
  }
}
