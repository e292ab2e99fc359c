import { useEffect, useId, useReducer, useRef } from 'react';
import { useT } from '../../app/context.ts';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './ConfirmButton.module.css';
import {
  type Confirmation,
  type ConfirmationEvent,
  HOLD_MS,
  IDLE,
  nextConfirmation,
} from './confirmation.ts';

export interface ConfirmButtonProps {
  busy: boolean;
  /** Held long enough, or pressed twice. */
  onConfirm: () => void;
}

/** Hands in without typing: hold for two seconds, or press twice by finger, key or voice. */
export function ConfirmButton({ busy, onConfirm }: ConfirmButtonProps) {
  const t = useT();
  const hint = useId();
  const { state, send } = useConfirmation(onConfirm);
  const pointer = usePointer(send);
  const word =
    state.kind === 'holding'
      ? t('signing.holding')
      : state.kind === 'armed'
        ? t('signing.press_again')
        : t('signing.hold');
  return (
    <div className={styles['place']}>
      <Button
        variant="primary"
        size="big"
        wide
        busy={busy}
        aria-describedby={hint}
        className={styles['button']}
        data-holding={state.kind === 'holding' || undefined}
        data-testid="protocol-confirm"
        style={{ '--hold': `${HOLD_MS}ms` } as React.CSSProperties}
        {...pointer}
        onBlur={() => send('disarm')}
        // A key that is kept down would press twice by itself.
        onKeyDown={(event) => event.repeat && event.preventDefault()}
      >
        <span className={styles['word']}>{word}</span>
      </Button>
      <p id={hint} className={styles['hint']}>
        {t('signing.hold_hint')}
      </p>
      <p role="status" className={styles['spoken']}>
        {state.kind === 'armed' ? t('signing.press_again') : ''}
      </p>
    </div>
  );
}

type Send = (type: ConfirmationEvent['type']) => void;

function useConfirmation(onConfirm: () => void): { state: Confirmation; send: Send } {
  const [state, dispatch] = useReducer(nextConfirmation, IDLE);
  const send: Send = (type) => dispatch({ type, at: performance.now() });
  const confirm = useRef(onConfirm);
  confirm.current = onConfirm;
  const holding = state.kind === 'holding';
  useEffect(() => {
    if (!holding) {
      return;
    }
    const timer = setTimeout(() => dispatch({ type: 'tick', at: performance.now() }), HOLD_MS + 20);
    return () => clearTimeout(timer);
  }, [holding]);
  const done = state.kind === 'done';
  useEffect(() => {
    if (done) {
      confirm.current();
      dispatch({ type: 'reset', at: performance.now() });
    }
  }, [done]);
  return { state, send };
}

/** Fingers and mice hold; a click without a pointer comes from a key or from assistive technology. */
function usePointer(send: Send) {
  const byPointer = useRef(false);
  return {
    onPointerDown: (event: React.PointerEvent) => {
      if (event.button === 0) {
        byPointer.current = true;
        send('down');
      }
    },
    onPointerUp: () => send('up'),
    onPointerLeave: () => send('leave'),
    onPointerCancel: () => send('leave'),
    onContextMenu: (event: React.MouseEvent) => event.preventDefault(),
    onClick: () => {
      if (!byPointer.current) {
        send('down');
        send('up');
      }
      byPointer.current = false;
    },
  };
}
