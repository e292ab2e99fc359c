/** Why something is not the content of a version. */
export type CanonicalReason =
  | 'schema'
  | 'lone_surrogate'
  | 'control_character'
  | 'not_utf8'
  | 'not_json'
  | 'not_canonical'
  /** Frozen in a form that this release has no reader for: a newer one made it. */
  | 'unknown_form';

/** Content or bytes that must not be signed. `where` is a path such as `goals.0.text`, never the text itself. */
export class CanonicalError extends Error {
  readonly reason: CanonicalReason;
  readonly where: string;

  constructor(reason: CanonicalReason, where: string) {
    super(`Not the canonical content of a protocol version: ${reason}${where ? ` at ${where}` : ''}`);
    this.name = 'CanonicalError';
    this.reason = reason;
    this.where = where;
  }
}
