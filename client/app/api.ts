import type { ErrorBody, ErrorCode } from '#shared/api/errors.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { Translate } from '#shared/i18n/translate.ts';

/** The HTTP API below `/api`. Paths begin with a slash: `api.post('/p/42/leave')`. */
export interface Api {
  get<T>(path: string): Promise<T>;
  post<T = void>(path: string, body?: unknown): Promise<T>;
}

/** A request that did not succeed. `message` is in the person's language and can be shown. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'network';
  readonly fields: readonly { field: string; reason: string }[];

  constructor(code: ErrorCode | 'network', message: string, fields: ErrorBody['fields'] = []) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.fields = fields;
  }
}

/** The API as somebody who reads this language sees it. */
export function createApi({ t, language }: { t: Translate; language: Language }): Api {
  async function call<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const answer = await reach(method, path, body, language, t);
    const text = await answer.text().catch(() => '');
    if (!answer.ok) {
      throw errorFrom(text, t);
    }
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
  return {
    get: (path) => call('GET', path),
    post: (path, body = {}) => call('POST', path, body),
  };
}

async function reach(
  method: string,
  path: string,
  body: unknown,
  language: Language,
  t: Translate,
): Promise<Response> {
  try {
    return await fetch(`/api${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        'accept-language': language,
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError('network', t('ui.no_network'));
  }
}

function errorFrom(text: string, t: Translate): ApiError {
  const body = readErrorBody(text);
  return body
    ? new ApiError(body.error, body.message, body.fields)
    : new ApiError('internal', t('ui.unexpected_answer'));
}

function readErrorBody(text: string): ErrorBody | null {
  try {
    const body = JSON.parse(text) as Partial<ErrorBody> | null;
    return typeof body?.error === 'string' && typeof body.message === 'string' ? (body as ErrorBody) : null;
  } catch {
    return null;
  }
}
