import { type ReactNode, useEffect, useRef } from 'react';
import styles from './ProtocolPane.module.css';

export interface PageHeadingProps {
  children: ReactNode;
  /** Takes the focus when it appears: the page has just become another one. */
  takeFocus: boolean;
  testId?: string;
}

/** The heading of a page that can replace another one while people look at it. */
export function PageHeading({ children, takeFocus, testId }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A focus that fell to the body belonged to what is gone.
    if (takeFocus || document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: false });
    }
  }, [takeFocus]);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles['title']} data-testid={testId}>
      {children}
    </h1>
  );
}
