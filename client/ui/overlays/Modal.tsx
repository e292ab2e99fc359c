import type { ReactNode } from 'react';
import { Dialog, Heading, ModalOverlay, Modal as Sheet } from 'react-aria-components';
import { cx } from '../cx.ts';
import styles from './Modal.module.css';

export interface ModalProps {
  open: boolean;
  /** Escape, or a press beside it. Nothing has happened then. */
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons; the one that does nothing comes first. */
  actions: ReactNode;
  /** Wider, for a form. */
  wide?: boolean;
  /** `alertdialog` for a question that cannot be taken back. */
  role?: 'dialog' | 'alertdialog';
}

/** What a dialog looks like and how it keeps the focus. Loaded by Dialog.tsx. */
export function Modal({ open, onClose, title, children, actions, wide, role = 'dialog' }: ModalProps) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
      className={styles['overlay'] ?? ''}
    >
      <Sheet className={cx(styles['modal'], wide && styles['wide'])}>
        <Dialog role={role} className={styles['dialog'] ?? ''}>
          <Heading slot="title" className={styles['title'] ?? ''}>
            {title}
          </Heading>
          <div className={styles['body']}>{children}</div>
          <div className={styles['actions']}>{actions}</div>
        </Dialog>
      </Sheet>
    </ModalOverlay>
  );
}
