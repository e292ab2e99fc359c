import * as z from 'zod/mini';
import { errorBody } from '#shared/api/errors.ts';
import { readJson } from '#shared/json.ts';

const signedIn = z.object({
  twoFactorRedirect: z.optional(z.boolean()),
  twoFactorMethods: z.optional(z.array(z.string())),
});

/** What came of a sign-in; `code`, `passkey`: the password was right, and that is wanted beside it. */
export type SignInOutcome =
  | 'done'
  | 'code'
  | 'passkey'
  | 'wrong'
  | 'closed'
  | 'too_often'
  | 'no_network'
  | 'failed';

/**
 * Signs a member of staff in. Accounts answer under a path of their own and with other bodies
 * than the rest of the API; the cookie is set beside the answer.
 */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const answer = await post('/api/auth/sign-in/email', { email, password });
  if (answer === null) {
    return 'no_network';
  }
  const text = await answer.text().catch(() => '');
  if (answer.ok) {
    return wantedBeside(text) ?? 'done';
  }
  if (readJson(errorBody, text)?.error === 'account_closed') {
    return 'closed';
  }
  if (answer.status === 429) {
    return 'too_often';
  }
  return answer.status >= 400 && answer.status < 500 ? 'wrong' : 'failed';
}

/** Of an account whose app shows codes, one of them; else it has passkeys alone. */
function wantedBeside(text: string): 'code' | 'passkey' | null {
  const { twoFactorRedirect, twoFactorMethods } = readJson(signedIn, text) ?? {};
  if (!twoFactorRedirect) {
    return null;
  }
  return twoFactorMethods?.includes('totp') ? 'code' : 'passkey';
}

/** Ends the session of a member of staff. Says whether the server has heard it. */
export async function signOut(): Promise<boolean> {
  const answer = await post('/api/auth/sign-out', {});
  return answer?.ok ?? false;
}

async function post(path: string, body: Record<string, string>): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return null;
  }
}
