import type { AddressInfo } from 'node:net';
import { createServer, type Server, Socket } from 'node:net';

/** What a link does to bytes in one direction. */
export interface Way {
  /** Milliseconds that each piece takes. */
  delayMs: number;
  /** Bytes a second; infinite where nothing throttles. */
  rate: number;
  /**
   * Bytes vanish and neither end learns of it. A connection that has lost bytes stays dead in that
   * direction, because TCP never goes on behind a hole.
   */
  silent: boolean;
}

/** The line between one client and the server: a TCP proxy that can misbehave. */
export interface Link {
  port: number;
  /** Where new connections go. */
  target: number;
  up: Way;
  down: Way;
  /** New connections are refused while this is false. */
  open: boolean;
  /** Resets every connection. */
  cut(): void;
  /** A good line again for new connections; those that have lost bytes stay dead until they are given up. */
  restore(): void;
  /** The same, and connections that had gone silent are cut. */
  heal(): void;
  close(): Promise<void>;
}

const FREE: Way = { delayMs: 0, rate: Number.POSITIVE_INFINITY, silent: false };

/** Opens a link on a port of its own. */
export async function openLink(target: number): Promise<Link> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer({ allowHalfOpen: true });
  const link: Link = {
    port: 0,
    target,
    up: { ...FREE },
    down: { ...FREE },
    open: true,
    cut() {
      for (const pair of pairs) {
        for (const socket of pair) {
          socket.resetAndDestroy();
        }
      }
    },
    restore() {
      link.up = { ...FREE };
      link.down = { ...FREE };
      link.open = true;
    },
    heal() {
      const wasSilent = link.up.silent || link.down.silent;
      link.restore();
      if (wasSilent) {
        link.cut();
      }
    },
    close: () => closeServer(server, link),
  };
  server.on('connection', (client) => {
    if (!link.open) {
      client.resetAndDestroy();
      return;
    }
    const upstream = new Socket({ allowHalfOpen: true });
    const pair = [client, upstream] as const;
    pairs.add(pair);
    upstream.connect(link.target, '127.0.0.1');
    carry(client, upstream, () => link.up);
    carry(upstream, client, () => link.down);
    const end = (): void => {
      if (pairs.delete(pair)) {
        endUnlessSilent(client, link.down);
        endUnlessSilent(upstream, link.up);
      }
    };
    for (const socket of pair) {
      socket.on('error', () => socket.destroy());
      socket.on('close', end);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  link.port = (server.address() as AddressInfo).port;
  return link;
}

function endUnlessSilent(socket: Socket, { silent }: Way): void {
  if (silent) {
    // The other side must not learn of it; it hears of it when the line heals or the process ends.
    socket.on('data', () => {});
    return;
  }
  socket.destroy();
}

/** Carries bytes in order, each piece late by the delay and the throttle of that moment. */
function carry(from: Socket, to: Socket, way: () => Way): void {
  let free = 0;
  let isDead = false;
  from.on('data', (bytes) => {
    const { delayMs, rate, silent } = way();
    isDead ||= silent;
    if (isDead) {
      return;
    }
    const now = Date.now();
    const at = Math.max(free, now + delayMs) + (bytes.length / rate) * 1000;
    free = at;
    if (at <= now) {
      to.write(bytes);
      return;
    }
    if (at - now > 500) {
      from.pause();
    }
    setTimeout(() => {
      from.resume();
      isDead ||= way().silent;
      if (!isDead && !to.destroyed) {
        to.write(bytes);
      }
    }, at - now);
  });
  from.on('end', () => {
    if (!isDead && !way().silent) {
      setTimeout(() => to.end(), Math.max(0, free - Date.now()));
    }
  });
}

function closeServer(server: Server, link: Link): Promise<void> {
  link.cut();
  return new Promise((resolve) => server.close(() => resolve()));
}
