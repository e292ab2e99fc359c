import type { HttpBindings } from '@hono/node-server';
import type { SecureHeadersVariables } from 'hono/secure-headers';
import type { Actor } from '../access/actor.ts';
import type { CommandContext } from '../access/command-context.ts';
import type { Principal } from '../access/principals.ts';

/** What requests carry on their way. */
export interface AppEnv {
  Bindings: HttpBindings;
  Variables: SecureHeadersVariables & {
    /** Made by us, for the log. */
    requestId: string;
    /** Set on participant routes only. */
    actor: Actor;
    /** Set where `allow` has opened the route. */
    command: CommandContext<Principal>;
    /** Set where others' commands are waited for: does the work when it is its turn. */
    inTurn: <T>(work: () => Promise<T>) => Promise<T>;
    clientAddress: string;
  };
}
