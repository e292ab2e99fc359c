import type { HttpBindings } from '@hono/node-server';
import type { SecureHeadersVariables } from 'hono/secure-headers';
import type { Actor } from '../access/actor.ts';

/** What requests carry on their way. */
export interface AppEnv {
  Bindings: HttpBindings;
  Variables: SecureHeadersVariables & {
    /** Set on participant routes only. */
    actor: Actor;
    clientAddress: string;
  };
}
