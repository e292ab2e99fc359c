import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:net';
import { StartError } from './config.ts';

/**
 * How long a connection may take to say what it wants. Node's own minute lets a few hundred half-open
 * connections of one machine stand around.
 */
export const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  /** What offers another protocol (`curl --http2` does) is asked as it asks: nobody would answer its offer. */
  shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
};

/** A reader who takes nothing for so long is gone. Longer than a document may be waited for. */
const STALLED_MS = 120_000;

/** Ends connections on which nothing moves, whatever was asked for: no answer waits for its reader for ever. */
export function endStalled(server: Pick<Server, 'setTimeout'>, ms: number = STALLED_MS): void {
  server.setTimeout(ms);
}

/** Variables that choose a port and its address, for the sentence that says the mend. */
export interface PortNames {
  port: string;
  host: string;
}

/**
 * Makes sure that the port can be had before anything is opened, and gives a free one for 0:
 * the address must be known before the accounts are set up.
 */
export function reservePort(
  host: string,
  port: number,
  names: PortNames = { port: 'PORT', host: 'HOST' },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, host, port, names)));
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

function portError(error: NodeJS.ErrnoException, host: string, port: number, names: PortNames): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} is in use; stop what listens there, or choose another one: ${names.port}=${port + 1} npm start`,
      );
    case 'EACCES':
      return new StartError(
        `Port ${port} may not be used by this user; choose one above 1023 with ${names.port}.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(
        `${names.host} ${host} is not an address of this machine; use 127.0.0.1 or 0.0.0.0.`,
      );
    default:
      return error;
  }
}
