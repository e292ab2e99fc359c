import { CanonicalError } from './canonical-error.ts';
import { type FrozenForm, parseJson } from './frozen-form.ts';
import { formV1 } from './v1/form.ts';
import type { ContentV1 } from './v1/schema.ts';

/** Every form a version was ever frozen in, by the schema version its content names. None is ever removed. */
const FORMS: ReadonlyMap<unknown, FrozenForm<ContentV1>> = new Map([[formV1.schemaVersion, formV1]]);

/** The form of a schema version. @throws CanonicalError `unknown_form` */
export function formOf(schemaVersion: unknown): FrozenForm<ContentV1> {
  const form = FORMS.get(schemaVersion);
  if (!form) {
    throw new CanonicalError(
      Number.isSafeInteger(schemaVersion) ? 'unknown_form' : 'schema',
      'schemaVersion',
    );
  }
  return form;
}

/** The form that stored bytes name themselves. @throws CanonicalError */
export function formOfBytes(bytes: Uint8Array): FrozenForm<ContentV1> {
  const value = parseJson(bytes);
  return formOf(
    typeof value === 'object' && value !== null && 'schemaVersion' in value && value.schemaVersion,
  );
}
