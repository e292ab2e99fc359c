import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { ErrorCode } from '#shared/api/errors.ts';
import { readJson } from '#shared/json.ts';
import { badField, DomainError } from '../access/domain-error.ts';
import type { AppEnv } from '../http/env.ts';
import { errorBody } from '../http/errors.ts';
import { preferredLanguage } from '../http/language.ts';

const BY_STATUS: Partial<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  429: 'rate_limited',
};

/** What the library calls it, where that says more than its status. */
const BY_CODE: Readonly<Record<string, ErrorCode>> = {
  INVALID_CODE: 'wrong_code',
  INVALID_BACKUP_CODE: 'wrong_code',
  INVALID_TWO_FACTOR_COOKIE: 'sign_in_over',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'sign_in_over',
  ACCOUNT_TEMPORARILY_LOCKED: 'rate_limited',
  FAILED_TO_CREATE_SESSION: 'account_closed',
};
const WRONG_PASSWORD = 'INVALID_PASSWORD';

const said = z.object({ code: z.optional(z.string()) });

/** An error of the library as one of ours, in the person's language. */
export async function inOurWords(c: Context<AppEnv>, answer: Response): Promise<Response> {
  const code = readJson(said, await answer.text())?.code ?? '';
  const error = code === WRONG_PASSWORD ? badField('password', 'wrong_password') : errorOf(code, answer);
  const wrongLogin = error.code === 'unauthenticated' && c.req.path.includes('/sign-in/');
  const language = preferredLanguage(c.req.header('accept-language'));
  const body = errorBody(error, language, 'neutral', wrongLogin ? 'error.wrong_login' : undefined);
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  return new Response(JSON.stringify(body), { status: answer.status, headers });
}

function errorOf(code: string, { status }: Response): DomainError {
  const fallback = status >= 500 ? 'internal' : 'bad_request';
  return new DomainError(BY_CODE[code] ?? BY_STATUS[status] ?? fallback);
}
