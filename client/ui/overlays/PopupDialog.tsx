import type { ReactNode, RefObject } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import styles from './Popup.module.css';

export interface PopupDialogProps {
  title: string;
  isTitleShown?: boolean;
  children: ReactNode;
  /** Below which it opens, and where the focus goes afterwards. */
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

/** How a popup stands on the page and keeps the focus. Loaded by Popup.tsx. */
export function PopupDialog({ title, isTitleShown = false, children, button, onClose }: PopupDialogProps) {
  return (
    <Popover
      triggerRef={button}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={styles['popover'] ?? ''}
      placement="bottom end"
    >
      <Dialog className={styles['dialog'] ?? ''} {...(isTitleShown ? {} : { 'aria-label': title })}>
        {isTitleShown ? (
          <Heading slot="title" className={styles['title'] ?? ''}>
            {title}
          </Heading>
        ) : null}
        {children}
      </Dialog>
    </Popover>
  );
}
