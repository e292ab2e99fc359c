import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession, useStore } from '../../app/context.ts';
import type { FieldProps } from './field-props.ts';
import { useDraft } from './useDraft.ts';
import { ValueField } from './ValueField.tsx';

/** How long somebody has stopped typing before their words are sent. */
const PAUSE_MS = 800;

export interface SentFieldProps extends Omit<FieldProps<string>, 'onChange' | 'onLeave'> {
  /** A name of its own, under which its words are kept until the server has them. */
  name: string;
  /** Sends the words; true once the server has taken them. */
  onSend: (words: string | null) => Promise<boolean>;
}

/**
 * A few words that travel by a request instead of the plan: sent after a pause, on leaving, when the
 * page is put away, and when the field goes. Until the server has taken them they are kept, count as
 * not entered, and are sent again when the connection is back.
 */
export function SentField({ name, value, onSend, ...rest }: SentFieldProps) {
  const { typed, type, sendNow } = useSending(name, value, onSend);
  return <ValueField {...rest} value={typed ? typed.words : value} onChange={type} onLeave={sendNow} />;
}

interface Words {
  words: string | null;
}

function useSending(name: string, value: string | null, onSend: SentFieldProps['onSend']) {
  const [kept, keep] = useDraft(name);
  const [typed, setTyped] = useState<Words | null>(kept === '' ? null : { words: kept });
  const waiting = useRef(typed);
  const sending = useRef(false);
  const latest = useRef({ onSend, keep });
  latest.current = { onSend, keep };
  const sendNow = useCallback(async (): Promise<void> => {
    const next = waiting.current;
    if (next === null || sending.current) {
      return;
    }
    sending.current = true;
    const isTaken = await latest.current.onSend(next.words);
    sending.current = false;
    if (isTaken && waiting.current === next) {
      waiting.current = null;
      latest.current.keep('');
    } else if (isTaken) {
      await sendNow();
    }
  }, []);
  useSendingTimes(typed, sendNow);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is another value
  useEffect(() => {
    if (!waiting.current) {
      setTyped(null);
    }
  }, [value]);
  const type = (words: string | null): void => {
    waiting.current = { words };
    setTyped(waiting.current);
    keep(words ?? '');
  };
  return { typed, type, sendNow };
}

/** When words are sent without anybody's asking. */
function useSendingTimes(typed: Words | null, sendNow: () => Promise<void>): void {
  const isOffline = useStore(useSession().save).kind === 'offline';
  useEffect(() => {
    const timer = typed && !isOffline ? setTimeout(sendNow, PAUSE_MS) : undefined;
    return () => clearTimeout(timer);
  }, [typed, isOffline, sendNow]);
  useEffect(() => {
    document.addEventListener('visibilitychange', sendNow);
    return () => {
      document.removeEventListener('visibilitychange', sendNow);
      void sendNow();
    };
  }, [sendNow]);
}
