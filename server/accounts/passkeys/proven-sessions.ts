import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod/mini';

/** What the plugin adds to what this process may ask of the library. */
export interface ProvenSessions {
  beginProvenSession(asked: {
    body: { userId: string };
    headers: Headers;
    asResponse: true;
  }): Promise<Response>;
}

/**
 * Gives a session to somebody who has proven who they are, with everything that follows from one that began with
 * a password: hooks, cookies, ends. It is on no path: only this process asks for it.
 */
export function provenSessions(): BetterAuthPlugin {
  return {
    id: 'proven-sessions',
    endpoints: {
      beginProvenSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.string() }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const user = await internalAdapter.findUserById(ctx.body.userId);
          const session = user && (await internalAdapter.createSession(user.id, false));
          if (!session) {
            throw new APIError('FORBIDDEN', { code: 'FAILED_TO_CREATE_SESSION' });
          }
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ sessionId: session.id });
        },
      ),
    },
  };
}
