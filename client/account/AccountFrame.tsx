import type { ReactNode } from 'react';
import page from '../home/Page.module.css';
import { StartHeader } from '../home/StartHeader.tsx';
import { PageHeading } from '../ui/text/PageHeading.tsx';

interface AccountFrameProps {
  title: string;
  lead?: string;
  /** In the bar: who is signed in. */
  header?: ReactNode;
  /** For lists and long forms. */
  wide?: boolean;
  /** The page has taken the place of another one. */
  takeFocus?: boolean;
  children: ReactNode;
}

/** Frame of the pages about accounts. */
export function AccountFrame({ title, lead, header, wide, takeFocus = false, children }: AccountFrameProps) {
  return (
    <>
      <StartHeader>{header}</StartHeader>
      <main className={wide ? page['middle'] : page['narrow']}>
        <PageHeading takeFocus={takeFocus}>{title}</PageHeading>
        {lead ? <p className={page['lead']}>{lead}</p> : null}
        {children}
      </main>
    </>
  );
}
