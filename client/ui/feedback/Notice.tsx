import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Info, TriangleAlert } from '../icons.ts';
import styles from './Notice.module.css';

export interface NoticeProps {
  tone?: 'info' | 'warn' | 'err';
  children: ReactNode;
  /** What one can do about it. */
  actions?: ReactNode;
  /** `alert` is spoken at once, `status` when there is a pause, `none` only when read. */
  announce?: 'alert' | 'status' | 'none';
}

/** A strip that says something. It pushes the page down and never covers it. */
export function Notice({ tone = 'info', children, actions, announce = 'status' }: NoticeProps) {
  return (
    <div className={cx(styles['notice'], styles[tone])} role={announce === 'none' ? undefined : announce}>
      {tone === 'info' ? <Info /> : <TriangleAlert />}
      <div className={styles['words']}>{children}</div>
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </div>
  );
}
