import { connect, createServer, type Socket } from 'node:net';

/** Which way bytes are lost on a half-open line. */
export type Way = 'up' | 'down';

/** A line of TCP between one client and the server of the moment. Everything on it can fail. */
export interface Link {
  /** Port that the client connects to. */
  port: number;
  /** Port of the server; new connections go there. */
  target: number;
  /** Milliseconds that each piece takes. */
  delayMs: number;
  /** While true, whoever connects is refused. */
  down: boolean;
  /** Ends all connections, for both sides. */
  cut(): void;
  /** From now on bytes of these ways vanish on the open connections, and so does their end. */
  swallow(ways: readonly Way[]): void;
  /** No delay, nothing refused; connections that lose bytes are ended. */
  heal(): void;
  close(): Promise<void>;
}

/** One connection through the link. */
class Pair {
  readonly #sides: Record<Way, { from: Socket; to: Socket; free: number }>;
  readonly lost = new Set<Way>();

  constructor(client: Socket, server: Socket, link: Link) {
    this.#sides = {
      up: { from: client, to: server, free: 0 },
      down: { from: server, to: client, free: 0 },
    };
    for (const way of ['up', 'down'] as const) {
      const { from } = this.#sides[way];
      from.on('data', (bytes: Buffer) => this.#pass(way, link.delayMs, (to) => to.write(bytes)));
      from.on('close', () => this.#pass(way, link.delayMs, (to) => to.destroy()));
      from.on('error', () => {});
    }
  }

  destroy(): void {
    this.#sides.up.from.destroy();
    this.#sides.up.to.destroy();
  }

  /** Pieces keep their order, whatever the delay does meanwhile. */
  #pass(way: Way, delayMs: number, deliver: (to: Socket) => void): void {
    const side = this.#sides[way];
    const run = (): void => {
      if (!this.lost.has(way) && !side.to.destroyed) {
        deliver(side.to);
      }
    };
    side.free = Math.max(side.free, Date.now() + delayMs);
    const wait = side.free - Date.now();
    if (wait > 0) {
      setTimeout(run, wait);
    } else {
      run();
    }
  }
}

/** Opens a line on a free port. */
export async function openLink(target: number): Promise<Link> {
  const pairs = new Set<Pair>();
  const server = createServer((client) => {
    client.on('error', () => {});
    if (link.down) {
      client.destroy();
      return;
    }
    const upstream = connect(link.target, '127.0.0.1');
    upstream.setNoDelay(true);
    client.setNoDelay(true);
    const pair = new Pair(client, upstream, link);
    pairs.add(pair);
    client.once('close', () => upstream.once('close', () => pairs.delete(pair)));
  });
  const endAll = (which: (pair: Pair) => boolean): void => {
    for (const pair of [...pairs].filter(which)) {
      pairs.delete(pair);
      pair.destroy();
    }
  };
  const link: Link = {
    port: 0,
    target,
    delayMs: 0,
    down: false,
    cut: () => endAll(() => true),
    swallow(ways) {
      for (const pair of pairs) {
        for (const way of ways) {
          pair.lost.add(way);
        }
      }
    },
    heal() {
      link.down = false;
      link.delayMs = 0;
      endAll(({ lost }) => lost.size > 0);
    },
    close() {
      endAll(() => true);
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  link.port = typeof address === 'object' && address ? address.port : 0;
  return link;
}
