import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './print.css';

/** What comes out of the printer: the whole version, without the product around it. */
export function PrintCopy({ children }: { children: ReactNode }) {
  return createPortal(<div className="print-copy">{children}</div>, document.body);
}
