import { connect, createServer, type Socket } from 'node:net';

/** The line between the server and its database, in the hands of a test. */
export interface DatabaseLine {
  /** The database's address by way of this line. */
  url: string;
  /** Nothing passes any more, and no connection notices; what was sent waits. */
  freeze(): void;
  /** What waited goes on. */
  thaw(): void;
  /** Ends every connection and takes no more. */
  cut(): void;
  /** Takes connections again. */
  mend(): void;
  close(): Promise<void>;
}

/** Puts a line before a PostgreSQL server. */
export async function openDatabaseLine(databaseUrl: string): Promise<DatabaseLine> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  let isCut = false;
  const join = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.on('data', (chunk) => to.write(chunk));
    from.on('error', () => {});
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
    if (isFrozen) {
      from.pause();
    }
  };
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port || 5432), target.hostname);
    join(near, far);
    join(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  const end = (): void => {
    for (const socket of sockets) {
      socket.destroy();
    }
  };
  return {
    url: url.href,
    freeze() {
      isFrozen = true;
      for (const socket of sockets) {
        socket.pause();
      }
    },
    thaw() {
      isFrozen = false;
      for (const socket of sockets) {
        socket.resume();
      }
    },
    cut() {
      isCut = true;
      end();
    },
    mend() {
      isCut = false;
    },
    close() {
      end();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
