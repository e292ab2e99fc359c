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
};

/**
 * Makes sure that the port can be had before anything is opened, and gives a free one for 0:
 * the address must be known before the accounts are set up.
 */
export function reservePort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

function portError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} is in use; stop what listens there, or choose another one: PORT=${port + 1} npm start`,
      );
    case 'EACCES':
      return new StartError(`Port ${port} may not be used by this user; choose one above 1023 with PORT.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`HOST ${host} is not an address of this machine; use 127.0.0.1 or 0.0.0.0.`);
    default:
      return error;
  }
}
