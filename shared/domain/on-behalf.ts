/** A value of a person that somebody else has entered for them: both names stand with it. */
export interface OnBehalf<T = unknown> {
  value: T;
  /** Id of the person who entered it. */
  by: string;
}

/** Whether a value was entered for its person by somebody else. */
export function isOnBehalf(value: unknown): value is OnBehalf {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) {
    return false;
  }
  const { by } = value as Partial<OnBehalf>;
  return 'value' in value && typeof by === 'string' && by !== '';
}
