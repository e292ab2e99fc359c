import * as z from 'zod/mini';

/**
 * The one place where JSON text becomes a value: nothing that came from elsewhere (an answer, a
 * message, a storage, a file) is used before a schema has looked at it.
 */

/** The value of a JSON text that a schema will look at, or undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the text holds, or null where it is no JSON or not of this shape. */
export function readJson<S extends z.core.$ZodType>(schema: S, text: string): z.output<S> | null {
  return fitting(schema, parseJson(text));
}

/** The value as the schema gives it, or null where it is not of this shape. */
export function fitting<S extends z.core.$ZodType>(schema: S, value: unknown): z.output<S> | null {
  const parsed = z.safeParse(schema, value);
  return parsed.success ? parsed.data : null;
}
