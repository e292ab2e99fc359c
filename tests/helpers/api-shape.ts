import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { errorBody } from '#shared/api/errors.ts';
import { ROUTES } from '#shared/api/routes.ts';
import { meetingView } from '#shared/api/view.ts';
import { parseJson } from '#shared/json.ts';

const PATTERNS = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
}));

/**
 * Looks at every answer that a test gets: it has the shape that the table of routes says, and holds
 * nothing that the table does not name.
 */
export function mustFit(method: string, address: string, status: number, text: string): void {
  const [path = ''] = address.split('?');
  const found = PATTERNS.find(({ route, pattern }) => route.method === method && pattern.test(path));
  if (!path.startsWith('/api/') || path.startsWith('/api/auth/') || (status < 400 && !found?.route.answer)) {
    return;
  }
  mustBe(
    status < 400 && found?.route.answer ? found.route.answer : errorBody,
    text,
    `${method} ${path} ${status}`,
  );
}

/** The same for a view. */
export function mustBeView(text: string): void {
  mustBe(meetingView, text, 'a view');
}

function mustBe(schema: z.ZodMiniType, text: string, what: string): void {
  const value = parseJson(text);
  const parsed = z.safeParse(schema, value);
  if (!parsed.success) {
    throw new Error(`[AP2] ${what} has another shape: ${JSON.stringify(parsed.error.issues)}`);
  }
  if (!isDeepStrictEqual(parsed.data, value)) {
    throw new Error(`[AP4] ${what} holds more than its schema names: ${text}`);
  }
}
