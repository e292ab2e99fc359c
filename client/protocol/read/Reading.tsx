import type { SignoffEntry } from '#shared/api/answers.ts';
import type { VersionRef } from '#shared/api/view.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { type ProtocolSection, sectionsOf } from '#shared/protocol/sections.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import styles from './Reading.module.css';
import { Rows, SectionBody } from './ReadingParts.tsx';
import { documentDay, documentText, filledRows, namesIn } from './reading-model.ts';

export interface ReadingProps {
  content: ProtocolContent;
  /** Null while the plan is still open. */
  version: VersionRef | null;
  /** What people said, once it may be read by all. */
  signoffs?: readonly SignoffEntry[];
  takeFocus?: boolean;
}

/** Not said by the content: who said what stands beside the version, with date and way. */
const BESIDE: ReadonlySet<ProtocolSection> = new Set(['unterschriften']);

/** In a preview the server's facts are not there yet. */
const NOT_IN_PREVIEW: ReadonlySet<ProtocolSection> = new Set(['unterschriften', 'familie']);

/** The whole version, made from the frozen content alone. German and neutral, like the paper. */
export function Reading({ content, version, signoffs = [], takeFocus = false }: ReadingProps) {
  const left = version ? BESIDE : NOT_IN_PREVIEW;
  const sections = sectionsOf(content, signoffs).filter((section) => !left.has(section));
  return (
    <div className={styles['reading']} lang="de" data-testid="protocol-reading">
      {version ? <ReadingHead content={content} version={version} takeFocus={takeFocus} /> : null}
      {sections.map((section, index) => (
        <section key={section} data-section={section}>
          <h2>
            {version ? <span className={styles['number']}>{index + 1} </span> : null}
            {documentText(`protocol.section.${section}`)}
          </h2>
          <SectionBody section={section} content={content} signoffs={signoffs} />
        </section>
      ))}
    </div>
  );
}

function ReadingHead(props: { content: ProtocolContent; version: VersionRef; takeFocus: boolean }) {
  const { content, version, takeFocus } = props;
  const { head } = content;
  const nameOf = namesIn(content);
  const date = documentDay(head.date);
  const meeting = documentText('protocol.meeting', { number: head.meetingNumber, date });
  const time = documentText('protocol.time', { start: head.start, end: head.end });
  return (
    <header className={styles['head']}>
      <PageHeading takeFocus={takeFocus}>
        {`${documentText('protocol.title')}: ${head.caseLabel}`}
      </PageHeading>
      <p className={styles['version']}>
        {documentText('protocol.version', { version: version.number })},{' '}
        {documentText('protocol.code', { code: version.code })}
      </p>
      <Rows
        rows={filledRows([
          [documentText('protocol.head.when'), `${meeting}, ${time}`],
          [documentText('protocol.head.kind'), documentText(`code.meetingType.${head.meetingType}`)],
          [documentText('protocol.head.place'), head.place],
          [documentText('protocol.head.mode'), documentText(`code.meetingMode.${head.mode}`)],
          [documentText('protocol.head.facilitator'), nameOf(head.facilitator)],
          [documentText('protocol.head.office'), head.office],
          [documentText('protocol.head.reference'), head.reference],
        ])}
      />
    </header>
  );
}
