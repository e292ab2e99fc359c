import type { ReactNode } from 'react';
import { useTitle } from '../app/title.ts';
import './access.css';
import { PageHeading } from '../ui/text/PageHeading.tsx';
import { AccessHeader } from './AccessHeader.tsx';

export interface WordsProps {
  title: string;
  text?: string;
  /** Something is under way. */
  busy?: boolean;
  /** What one can do. */
  children?: ReactNode;
}

/** A page that says one thing. */
export function Words({ title, text, busy = false, children }: WordsProps) {
  useTitle(title);
  return (
    <div className="access-page" data-scale="phone">
      <AccessHeader />
      <main className="access-main" aria-busy={busy}>
        <div className="access-words">
          <PageHeading key={title}>{title}</PageHeading>
          {text ? <p>{text}</p> : null}
        </div>
        {children ? <div className="access-actions">{children}</div> : null}
      </main>
    </div>
  );
}
