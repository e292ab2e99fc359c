import { CanonicalError } from './canonical-error.ts';
import type { Reader, ShapeOf } from './frozen-form.ts';
import { formV3 } from './v3/form.ts';
import type { ContentV3 } from './v3/schema.ts';

/** The form in which versions are frozen. A newer one takes its place and names it as what it continues. */
export const NEWEST_FORM = formV3;

/** Content as the product works with it, whichever form it was frozen in. */
export type ContentNow = ShapeOf<ContentV3>;

/** The schema versions of all forms that can be read, the newest first. */
export const KNOWN_FORMS: readonly number[] = NEWEST_FORM.readers.map(({ schemaVersion }) => schemaVersion);

/** The reader of a schema version. @throws CanonicalError `unknown_form` */
export function readerOf(schemaVersion: unknown): Reader<ContentNow> {
  const found = NEWEST_FORM.readers.find((reader) => reader.schemaVersion === schemaVersion);
  if (!found) {
    throw new CanonicalError(
      Number.isSafeInteger(schemaVersion) ? 'unknown_form' : 'schema',
      'schemaVersion',
    );
  }
  return found;
}

/** The reader of the form that a value names itself. @throws CanonicalError */
export function readerOfValue(value: unknown): Reader<ContentNow> {
  return readerOf(
    typeof value === 'object' && value !== null && 'schemaVersion' in value && value.schemaVersion,
  );
}

/** The content of stored bytes that came as JSON, by the reader of the form they name. @throws CanonicalError */
export function acceptContent(value: unknown): ContentNow {
  return readerOfValue(value).accept(value);
}
