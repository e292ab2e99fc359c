import type { Context, Hono, MiddlewareHandler } from 'hono';
import type * as z from 'zod/mini';
import type { Route } from '#shared/api/route.ts';
import { readBody } from './body.ts';
import type { AppEnv } from './env.ts';

type Schema = z.ZodMiniType;

declare const shape: unique symbol;
/** An answer of a certain shape that is sent without having been a value here. */
export type SentAs<T> = Response & { readonly [shape]?: T };

type BodyOf<Body> = Body extends Schema ? z.output<Body> : null;
/** What a handler gives: a file as it is, nothing where the answer has no field, else what the schema says. */
type AnswerOf<Answer> = Answer extends Schema
  ? string extends keyof z.output<Answer>
    ? Promise<void>
    : Promise<z.input<Answer> | SentAs<z.input<Answer>>>
  : Promise<Response>;

/** Does what a route is for: gets its body, which has been read, and gives its answer. */
export type Handler<Path extends string, Body, Answer> = (
  c: Context<AppEnv, Path>,
  body: BodyOf<Body>,
) => AnswerOf<Answer>;

/**
 * Opens a route of the table (`shared/api/routes`): method, path, body and answer come from there, so that
 * a handler whose answer is not of the route's shape fails the types.
 * @param guard lets nobody pass who may not (`allow`)
 */
export function serve<Path extends string, Body extends Schema | null, Answer extends Schema | null>(
  routes: Hono<AppEnv>,
  route: Route<Path, Body, Answer>,
  guard: MiddlewareHandler<AppEnv>,
  handler: Handler<Path, Body, Answer>,
): void {
  routes.on(route.method, route.path, guard, async (c: Context<AppEnv, Path>) => {
    const body = route.body === null ? null : await readBody(c, route.body);
    const work = async (): Promise<unknown> => handler(c, body as BodyOf<Body>);
    const answer = await (c.get('inTurn')?.(work) ?? work());
    return answer instanceof Response ? answer : c.json(answer ?? {});
  });
}
