import { useMemo } from 'react';
import type { SignoffEntry } from '#shared/api/answers.ts';
import type { VersionRef } from '#shared/api/view.ts';
import type { Report } from '#shared/protocol/report/blocks.ts';
import { reportOf } from '#shared/protocol/report/report.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { PageHeading } from '../../ui/text/PageHeading.tsx';
import { documentWords } from '../document-words.ts';
import { Facts } from './Facts.tsx';
import styles from './Reading.module.css';
import { BlockView } from './ReadingBlocks.tsx';

export interface ReadingProps {
  content: ProtocolContent;
  /** Null while the plan is still open. */
  version: VersionRef | null;
  /** What people said, once it may be read by all. */
  signoffs?: readonly SignoffEntry[];
  takeFocus?: boolean;
}

const NOBODY: readonly SignoffEntry[] = [];

/** The whole version, drawn from its report. In the document's language and neutral, like the paper. */
export function Reading({ content, version, signoffs = NOBODY, takeFocus = false }: ReadingProps) {
  const report = useMemo(
    () => reportOf({ content, version, signoffs }, documentWords(content)),
    [content, version, signoffs],
  );
  const place = version ? 'page' : 'preview';
  const sections = report.sections.filter(({ places }) => places.includes(place));
  return (
    // The document runs as its language does, whichever way the page around it is read.
    <div className={styles['reading']} lang={report.language} dir="ltr" data-testid="protocol-reading">
      {version ? <ReadingHead report={report} takeFocus={takeFocus} /> : null}
      {sections.map(({ code, number, title, blocks }) => (
        <section key={code} data-section={code}>
          <h3>
            {version ? <span className={styles['number']}>{number} </span> : null}
            {title}
          </h3>
          {blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one section, in their order.
            <BlockView key={index} block={block} />
          ))}
        </section>
      ))}
    </div>
  );
}

function ReadingHead({ report, takeFocus }: { report: Report; takeFocus: boolean }) {
  return (
    <header className={styles['head']}>
      <PageHeading level={2} takeFocus={takeFocus}>{`${report.kicker}: ${report.heading}`}</PageHeading>
      <p className={styles['version']}>
        {report.subtitle} · {report.version} · {report.code}
      </p>
      <Facts items={report.head} />
    </header>
  );
}
