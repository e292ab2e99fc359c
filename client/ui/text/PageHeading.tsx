import { type ReactNode, useEffect, useRef } from 'react';
import styles from './PageHeading.module.css';

export interface PageHeadingProps {
  children: ReactNode;
  /** Takes the focus when it appears, so that it is read and the focus never lost: the page has just become another one. */
  takeFocus?: boolean;
  /** 2 where another heading leads the page. */
  level?: 1 | 2;
}

/** The heading of a page, or of a part of it, that can replace another one while people look at it. */
export function PageHeading({ children, takeFocus = true, level = 1 }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) {
      heading.current?.focus();
    }
  }, [takeFocus]);
  const Level = level === 1 ? 'h1' : 'h2';
  return (
    <Level ref={heading} tabIndex={-1} className={styles['title']}>
      {children}
    </Level>
  );
}
