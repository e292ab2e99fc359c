import type { ErrorCode } from '#shared/api/errors.ts';

/** A field that a request got wrong; `reason` is a key of the texts of errors. */
export interface FieldProblem {
  field: string;
  reason: string;
}

/**
 * Something that was asked for and is not done. The code goes to the log, the text of the code to
 * the person. Nothing has changed when it is thrown.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[];

  constructor(code: ErrorCode, fields: readonly FieldProblem[] = []) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.fields = fields;
  }
}

/** A `bad_request` about one field. */
export function badField(field: string, reason: string): DomainError {
  return new DomainError('bad_request', [{ field, reason }]);
}
