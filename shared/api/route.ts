import type * as z from 'zod/mini';

type Schema = z.ZodMiniType;

/**
 * One route of the HTTP API. Both sides use it: the server reads the body and makes the answer by it,
 * the client sends by it and looks at the answer. A route is plain data, so that a page carries only
 * those it asks for; `routes.ts` is the whole table.
 */
export interface Route<
  Path extends string = string,
  Body extends Schema | null = Schema | null,
  Answer extends Schema | null = Schema | null,
> {
  readonly method: 'GET' | 'POST';
  /** From the root, with names for what differs: `/api/p/:participationId/phase`. */
  readonly path: Path;
  /** What is sent; null: nothing is read. */
  readonly body: Body;
  /** What comes back with 2xx; null: a file. */
  readonly answer: Answer;
}

/** Names in a path. */
export type ParamName<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Next}`
    ? Name | ParamName<Next>
    : Rest
  : never;

type Params<Path extends string> = [ParamName<Path>] extends [never]
  ? { params?: undefined }
  : { params: Record<ParamName<Path>, string> };
type Sent<Body> = Body extends Schema ? { body: z.input<Body> } : { body?: undefined };

/** What a caller gives beside the route: nothing, or params and body where the route has them. */
export type InputOf<Path extends string, Body> = [ParamName<Path>, Body] extends [never, null]
  ? readonly []
  : readonly [Params<Path> & Sent<Body>];

/** The address of a route; each param becomes one segment whatever it holds. */
export function pathOf({ path }: Route, params: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
