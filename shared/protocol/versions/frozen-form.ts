import type * as z from 'zod/mini';
import { CanonicalError } from './canonical-error.ts';

/** Content in the shape of a form; `schemaVersion` keeps saying in which one it was frozen, perhaps an older. */
export type ShapeOf<Content> = Omit<Content, 'schemaVersion'> & { schemaVersion: number };

/**
 * What makes a form in which versions are or were frozen. A form never changes: its schema, its canonical
 * bytes and the domain of its hash stay for ever, so that what was signed can be read and checked.
 */
export interface FormDefinition<Content> {
  schemaVersion: number;
  /** Separates this hash from every other use of SHA-256: no other bytes can stand for a version. */
  hashDomain: string;
  /** A closed schema: what it does not know is refused. */
  schema: z.ZodMiniType<Content>;
}

/** A form, and how what was frozen in it reads in the shape of a newer one. */
export interface Reader<Shape> extends FormDefinition<unknown> {
  /** The content of a value that came as JSON. @throws CanonicalError */
  accept(value: unknown): Shape;
}

/** One form, with the readers of it and of all before it, the newest first; each answers in its shape. */
export interface FrozenForm<Content> extends FormDefinition<Content> {
  readonly readers: readonly Reader<ShapeOf<Content>>[];
}

/** A form. `older` are the readers of what was frozen before it. */
export function frozenForm<Content extends { schemaVersion: number }>(
  definition: FormDefinition<Content>,
  older: readonly Reader<ShapeOf<Content>>[] = [],
): FrozenForm<Content> {
  const own = { ...definition, accept: (value: unknown) => checked(value, definition.schema) };
  return { ...definition, readers: [own, ...older] };
}

/** The readers of a form and of those before it, answering in the shape of the form that follows it. */
export function continued<Before, Shape>(
  { readers }: FrozenForm<Before>,
  upgrade: (content: ShapeOf<Before>) => Shape,
): Reader<Shape>[] {
  return readers.map((reader) => ({ ...reader, accept: (value) => upgrade(reader.accept(value)) }));
}

/** The value as its schema gives it. @throws CanonicalError `schema`, with the place and never the text */
export function checked<Content>(value: unknown, schema: z.ZodMiniType<Content>): Content {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new CanonicalError('schema', parsed.error.issues[0]?.path.join('.') ?? '');
  }
  return parsed.data;
}
