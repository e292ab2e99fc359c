import { MESSAGE } from '#shared/wire/messages.ts';

/** Sync subtypes that carry content; the server counts exactly these. */
export const SYNC_STEP_2 = 1;
export const SYNC_UPDATE = 2;

/** What the counting socket tells: a new connection, and each sync message that carries content. */
export interface SocketListener {
  opening(): void;
  sent(n: number, subtype: typeof SYNC_STEP_2 | typeof SYNC_UPDATE): void;
}

/**
 * A WebSocket class that counts what it sends, to be handed to the stock provider.
 * Counting at the document would miss the answer to a sync step 1, which the provider writes itself.
 */
export function countingSocket(Base: typeof WebSocket, listener: SocketListener): typeof WebSocket {
  return class CountingSocket extends Base {
    #sent = 0;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      listener.opening();
    }

    override send(data: string | Blob | BufferSource): void {
      const subtype = contentSubtype(data);
      if (subtype !== null) {
        this.#sent++;
        listener.sent(this.#sent, subtype);
      }
      super.send(data);
    }
  };
}

function contentSubtype(data: unknown): typeof SYNC_STEP_2 | typeof SYNC_UPDATE | null {
  // Type and subtype are both below 128, so each is one byte.
  if (!(data instanceof Uint8Array) || data[0] !== MESSAGE.sync) {
    return null;
  }
  return data[1] === SYNC_STEP_2 || data[1] === SYNC_UPDATE ? data[1] : null;
}
