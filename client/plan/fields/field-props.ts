/** What every field of one value takes. */
export interface FieldProps<T> {
  label: string;
  value: T | null;
  onChange: (value: T | null) => void;
  onLeave?: (() => void) | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  testId?: string | undefined;
  className?: string | undefined;
}
