/** What every field of one value takes. */
export interface FieldProps<T> {
  label: string;
  value: T | null;
  onChange: (value: T | null) => void;
  onLeave?: (() => void) | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  /** What has to change, in words, where the form knows more than the field. */
  error?: string | null | undefined;
  testId?: string | undefined;
  className?: string | undefined;
}

/** A field in which something can stand that is no value. */
export interface KeptFieldProps<T> extends FieldProps<T> {
  /** A name of its own: what is no value is in no plan, and kept under it. */
  name: string;
}
