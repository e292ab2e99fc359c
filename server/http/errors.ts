import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ErrorBody, ErrorCode } from '#shared/api/errors.ts';
import { translatorFor } from '#shared/i18n/every-locale.ts';
import type { Address, Language } from '#shared/i18n/language.ts';
import { errors } from '#shared/i18n/locales/de/errors.ts';
import { DomainError, type FieldProblem } from '../access/domain-error.ts';
import type { Log } from '../log/log.ts';
import { requestOf } from '../log/requests.ts';
import type { AppEnv } from './env.ts';
import { preferredLanguage } from './language.ts';

/** HTTP status of every error. */
const STATUS: Record<ErrorCode, ContentfulStatusCode> = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  link_invalid: 404,
  link_expired: 410,
  link_used: 410,
  not_admitted: 403,
  wrong_state: 409,
  wrong_version: 409,
  name_mismatch: 422,
  change_over: 409,
  decided_often: 409,
  factor_missing: 403,
  last_administrator: 409,
  leads_meeting: 409,
  account_closed: 403,
  wrong_code: 401,
  sign_in_over: 401,
  passkey_refused: 401,
  passkey_over: 401,
  passkey_elsewhere: 409,
  last_second_factor: 409,
  too_large: 413,
  rate_limited: 429,
  foreign_origin: 403,
  export_unavailable: 503,
  export_pending: 503,
  unknown_form: 501,
  internal: 500,
};

/** What PostgreSQL says of a zero byte: no text of ours can hold one, wherever it stood in the request. */
const NOT_A_TEXT = '22021';

/** Answers a thrown error. Only a `Refusal` says more than "internal"; the log gets no content. */
export function answerError(error: Error, c: Context<AppEnv>, log: Log): Response {
  if (error instanceof DomainError) {
    return answerDomainError(c, error);
  }
  if ((error as { code?: unknown }).code === NOT_A_TEXT) {
    return answerDomainError(c, new DomainError('bad_request'));
  }
  if (isHungUp(error, c)) {
    return answerDomainError(c, new DomainError('bad_request'));
  }
  log('request.failed', { ...requestOf(c), error });
  return answerDomainError(c, new DomainError('internal'));
}

/** Whoever hangs up in the middle of a body gets no answer, and nothing of ours has failed. */
function isHungUp(error: Error, { env }: Context<AppEnv>): boolean {
  const code: unknown = (error as NodeJS.ErrnoException).code;
  return code === 'ECONNRESET' && env?.incoming?.complete === false;
}

/** The error body in the person's language. */
export function answerDomainError(c: Context<AppEnv>, refusal: DomainError): Response {
  const actor = c.get('actor');
  const language = actor?.language ?? preferredLanguage(c.req.header('accept-language'));
  const body = errorBody(refusal, language, actor?.address ?? 'neutral');
  return c.json(body, STATUS[refusal.code], refusal.code === 'rate_limited' ? { 'Retry-After': '60' } : {});
}

/** Code, text and fields of an error; `text` where a route has one of its own for this code. */
export function errorBody(
  refusal: DomainError,
  language: Language,
  address: Address,
  text: ErrorText = `error.${refusal.code}`,
): ErrorBody {
  const t = translatorFor(language, address);
  const fields = refusal.fields.map((problem) => ({ field: problem.field, reason: t(reasonKey(problem)) }));
  return {
    error: refusal.code,
    message: t(text),
    ...(fields.length > 0 ? { fields } : {}),
  };
}

type ErrorText = `error.${ErrorCode | 'wrong_login'}`;
type ReasonKey = Extract<keyof typeof errors, `error.field.${string}`>;

function reasonKey({ reason }: FieldProblem): ReasonKey {
  const key = `error.field.${reason}`;
  return key in errors ? (key as ReasonKey) : 'error.field.invalid';
}
