import * as z from 'zod/mini';

/** What of a JSON schema is looked at. */
interface Shape {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  properties?: Record<string, Shape>;
  items?: Shape;
  minimum?: number;
  format?: string;
  pattern?: string;
}

/** Texts for fields that want one of a certain form; the first that fits is taken. */
const TEXTS = ['Wort', '10:00', 'a'.repeat(64), 'flut@amt.example', '2030-01-01'];

/** A body that fits a schema, so that a route that is new is asked as the others are. */
export function sampleOf(schema: z.ZodMiniType, known: Readonly<Record<string, unknown>>): unknown {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  return partOf(shape, '', known);
}

function partOf(shape: Shape, name: string, known: Readonly<Record<string, unknown>>): unknown {
  if (name in known) {
    return known[name];
  }
  const first = shape.const ?? shape.enum?.[0];
  if (first !== undefined) {
    return first;
  }
  if (shape.anyOf) {
    return partOf(shape.anyOf[0] ?? {}, name, known);
  }
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([key, inner]) => [key, partOf(inner, key, known)]),
      );
    case 'array':
      return [partOf(shape.items ?? {}, name, known)];
    case 'integer':
    case 'number':
      return shape.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return textOf(shape);
  }
}

function textOf({ format, pattern }: Shape): string {
  if (format === 'date') {
    return '2030-01-01';
  }
  return TEXTS.find((text) => pattern === undefined || new RegExp(pattern, 'u').test(text)) ?? 'Wort';
}
