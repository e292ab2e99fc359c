import { type RefObject, useEffect } from 'react';
import type { ApiError } from '../app/api.ts';

/** What has to change, by the name of the field; `under` is the part of the body in which the fields stand. */
export function errorsOf(error: ApiError, under = ''): ReadonlyMap<string, string> {
  return new Map(
    error.fields
      .filter(({ field }) => field.startsWith(under))
      .map(({ field, reason }) => [field.slice(under.length), reason]),
  );
}

/** Puts the cursor into the first field that has to change, once the page says so. */
export function useFocusOnWrong(form: RefObject<HTMLFormElement | null>, failure: ApiError | null): void {
  useEffect(() => {
    if (failure) {
      form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    }
  }, [form, failure]);
}
