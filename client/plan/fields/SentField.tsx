import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldProps } from './field-props.ts';
import { ValueField } from './ValueField.tsx';

/** How long somebody has stopped typing before their words are sent. */
const PAUSE_MS = 800;

/**
 * A few words that travel by a request instead of the plan: sent after a pause, on leaving, when the
 * page is put away, and when the field goes.
 */
export function SentField({ value, onChange, ...rest }: FieldProps<string>) {
  const waiting = useRef<(() => void) | null>(null);
  const [typed, setTyped] = useState<{ words: string | null } | null>(null);
  const sendNow = useCallback((): void => {
    const send = waiting.current;
    waiting.current = null;
    send?.();
  }, []);
  useEffect(() => {
    const timer = typed ? setTimeout(sendNow, PAUSE_MS) : undefined;
    return () => clearTimeout(timer);
  }, [typed, sendNow]);
  useEffect(() => {
    document.addEventListener('visibilitychange', sendNow);
    return () => {
      document.removeEventListener('visibilitychange', sendNow);
      sendNow();
    };
  }, [sendNow]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is another value
  useEffect(() => {
    if (!waiting.current) {
      setTyped(null);
    }
  }, [value]);
  return (
    <ValueField
      {...rest}
      value={typed ? typed.words : value}
      onChange={(words) => {
        waiting.current = () => onChange(words);
        setTyped({ words });
      }}
      onLeave={sendNow}
    />
  );
}
