import { type ReactNode, Suspense, useRef, useState } from 'react';
import { later } from '../../app/later.ts';
import styles from './Popup.module.css';

// What keeps the focus inside is a tenth of a laptop's page, and a meeting begins without it.
const PopupDialog = later(() => import('./PopupDialog.tsx').then(({ PopupDialog }) => PopupDialog));

export interface PopupProps {
  /** What the button says, and the name of what it opens. */
  label: string;
  icon: ReactNode;
  /** The name of what opens, where the button's word alone would not say it. */
  title?: string;
  /** The name stands above the content as well. */
  isTitleShown?: boolean;
  children: ReactNode;
  testId: string;
}

/** A button that opens a small sheet below itself; Escape or a press beside it closes it again. */
export function Popup({ label, icon, testId, ...sheet }: PopupProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['open']}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        data-testid={testId}
      >
        {icon}
        {label}
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <PopupDialog title={label} {...sheet} button={button} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
