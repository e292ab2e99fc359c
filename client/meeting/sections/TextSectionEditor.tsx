import { Suspense } from 'react';
import type { TextSection } from '#shared/documents/plan/roots.ts';
import { readSection } from '#shared/documents/plan/texts.ts';
import { useDoc, usePlan, useT, useWritable } from '../../app/context.ts';
import { later } from '../../app/later.ts';
import type { TextEditorProps } from './TextEditor.tsx';
import styles from './TextSectionEditor.module.css';

const TextEditor = later(() => import('./TextEditor.tsx').then(({ TextEditor }) => TextEditor));

/** One running text. Who may not write it now reads it as plain paragraphs; there is no editor then. */
export function TextSectionEditor(props: Omit<TextEditorProps, 'doc'>) {
  const writable = useWritable(`text:${props.section}`);
  const doc = useDoc();
  return writable ? (
    <Suspense fallback={<StaticSection section={props.section} />}>
      <TextEditor key={`${doc.clientID}/${props.section}`} doc={doc} {...props} />
    </Suspense>
  ) : (
    <StaticSection section={props.section} />
  );
}

/** The paragraphs of a section for reading. */
export function StaticSection({ section }: { section: TextSection }) {
  const t = useT();
  const doc = useDoc();
  // The plan says when to read again.
  usePlan();
  const paragraphs = readSection(doc, section);
  return (
    <div className={styles['static']} data-testid={`text-${section}`}>
      {paragraphs.length === 0 ? <p className={styles['empty']}>{t('table.section_empty')}</p> : null}
      {paragraphs.map((paragraph, index) => (
        // Paragraphs have no identity of their own; their place is what they are.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <p key={index} dir="auto">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
