import { type ReactNode, useEffect, useRef } from 'react';

/** The heading of a page that appears in place of another: focus goes there, so it is read and never lost. */
export function PageHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className="access-heading">
      {children}
    </h1>
  );
}
