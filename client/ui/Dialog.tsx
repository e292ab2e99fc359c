import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './Dialog.module.css';

export interface DialogProps {
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

/** A question before something that cannot be undone. Everything else happens in place. */
export function Dialog({ open, onClose, title, children, actions, wide, role = 'dialog' }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
      className={styles['overlay'] ?? ''}
    >
      <Modal className={cx(styles['modal'], wide && styles['wide'])}>
        <AriaDialog role={role} className={styles['dialog'] ?? ''}>
          <Heading slot="title" className={styles['title'] ?? ''}>
            {title}
          </Heading>
          <div className={styles['body']}>{children}</div>
          <div className={styles['actions']}>{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
