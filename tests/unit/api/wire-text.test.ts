import { describe, expect, it } from 'vitest';
import { ROUTES } from '#shared/api/routes.ts';
import { isCleanText } from '#shared/domain/typed-text.ts';
import { ownPresence } from '#shared/wire/presence.ts';
import { sampleOf } from '../../bench/flood/sample.ts';

const DIRT = ['\ud800', '\udc00x', '\u0007', '\u202e'];

/** The same value with each of its texts once made dirty. */
function* dirtied(value: unknown, dirt: string): Generator<unknown> {
  if (typeof value === 'string') {
    yield value + dirt;
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      for (const made of dirtied(inner, dirt)) {
        yield Array.isArray(value)
          ? value.map((old, at) => (String(at) === key ? made : old))
          : { ...value, [key]: made };
      }
    }
  }
}

/** A present password is compared with what is kept of it, and is itself kept and shown nowhere. */
const COMPARED = 'password';

const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Object.entries(value ?? {}).flatMap(([key, inner]) => (key === COMPARED ? [] : textsOf(inner)));

describe('text that comes in over the wire', () => {
  const shapes = [
    ...ROUTES.flatMap(({ method, path, body }) => (body ? [[`${method} ${path}`, body] as const] : [])),
    ['presence', ownPresence] as const,
  ];
  it.each(shapes)('[AC28] %s: what no text may hold is refused, or falls away', (_name, schema) => {
    const sample = sampleOf(schema, {});
    for (const dirt of DIRT) {
      for (const body of dirtied(sample, dirt)) {
        const read = schema.safeParse(body);
        const texts = read.success ? textsOf(read.data) : [];
        expect(texts.filter((text) => !isCleanText(text))).toEqual([]);
      }
    }
  });

  it('[AC28] is looked at on every route that takes text', () => {
    const taking = shapes.filter(([, schema]) => textsOf(sampleOf(schema, {})).length > 0);
    expect(taking.length).toBeGreaterThan(5);
  });
});
