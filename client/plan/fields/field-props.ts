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
