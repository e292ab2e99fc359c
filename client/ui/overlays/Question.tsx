import type { ReactNode } from 'react';
import { Button } from '../controls/Button.tsx';
import { Trouble } from '../feedback/Trouble.tsx';
import { Dialog } from './Dialog.tsx';

export interface QuestionProps {
  open: boolean;
  /** Escape, a press beside it, or the answer that changes nothing. */
  onClose: () => void;
  title: string;
  /** What will happen, in plain words. */
  children: ReactNode;
  no: string;
  yes: string;
  onYes: () => void;
  busy: boolean;
  /** Why it did not work; the question stays. */
  error: string | null;
  testIds: { no: string; yes: string };
}

/** Says what will happen before it does; the answer that changes nothing comes first. */
export function Question(props: QuestionProps) {
  const { open, onClose, title, children, no, yes, onYes, busy, error, testIds } = props;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      role="alertdialog"
      actions={
        <>
          <Button onClick={onClose} data-testid={testIds.no}>
            {no}
          </Button>
          <Button variant="primary" onClick={onYes} busy={busy} data-testid={testIds.yes}>
            {yes}
          </Button>
        </>
      }
    >
      {children}
      <Trouble error={error} />
    </Dialog>
  );
}
