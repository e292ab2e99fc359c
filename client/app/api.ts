import type * as z from 'zod/mini';
import { type ErrorBody, type ErrorCode, errorBody } from '#shared/api/errors.ts';
import { type InputOf, pathOf, type Route } from '#shared/api/route.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { readJson } from '#shared/json.ts';

type Schema = z.ZodMiniType;

/** The HTTP API: `api.call(leave, { params: { participationId } })`, with the routes of `shared/api/routes`. */
export interface Api {
  /** Sends what the route takes and gives its answer, which has been looked at. @throws ApiError */
  call<Path extends string, Body extends Schema | null, Answer extends Schema>(
    route: Route<Path, Body, Answer>,
    ...input: InputOf<Path, Body>
  ): Promise<z.output<Answer>>;
  /** The file that a route answers with. @throws ApiError */
  file<Path extends string, Body extends Schema | null>(
    route: Route<Path, Body, null>,
    ...input: InputOf<Path, Body>
  ): Promise<Response>;
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

/** What a call may hold, whatever its route. */
type Input = readonly { params?: Readonly<Record<string, string>> | undefined; body?: unknown }[];

/** The API as somebody who reads this language sees it. */
export function createApi({ t, language }: { t: Translate; language: Language }): Api {
  async function reach(route: Route, [input]: Input): Promise<Response> {
    const answer = await send(route, input ?? {}, language).catch(() => {
      throw new ApiError('network', t('ui.no_network'));
    });
    if (!answer.ok) {
      const body = readJson(errorBody, await textOf(answer));
      throw body ? new ApiError(body.error, body.message, body.fields) : unexpected(t);
    }
    return answer;
  }
  return {
    async call(route, ...input) {
      const read = readJson(route.answer, await textOf(await reach(route, input)));
      if (read === null) {
        throw unexpected(t);
      }
      return read;
    },
    file: (route, ...input) => reach(route, input),
  };
}

function send(
  route: Route,
  { params = {}, body = {} }: NonNullable<Input[number]>,
  language: Language,
): Promise<Response> {
  const isRead = route.method === 'GET';
  return fetch(pathOf(route, params), {
    method: route.method,
    credentials: 'same-origin',
    headers: { 'accept-language': language, ...(isRead ? {} : { 'content-type': 'application/json' }) },
    ...(isRead ? {} : { body: JSON.stringify(body) }),
  });
}

function textOf(answer: Response): Promise<string> {
  return answer.text().catch(() => '');
}

function unexpected(t: Translate): ApiError {
  return new ApiError('internal', t('ui.unexpected_answer'));
}
