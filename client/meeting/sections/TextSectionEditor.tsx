import { memo, Suspense, useState } from 'react';
import type * as Y from 'yjs';
import { cardMap } from '#shared/documents/own/cards.ts';
import { newId } from '#shared/documents/plan/records.ts';
import { sectionPart, type TextSection } from '#shared/documents/plan/roots.ts';
import { type LiveText, liveTexts, readSection } from '#shared/documents/plan/texts.ts';
import { areVoicesNamed } from '#shared/meeting/voices.ts';
import { useDoc, usePerson, usePlan, useSession, useT, useView, useWritable } from '../../app/context.ts';
import { later } from '../../app/later.ts';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { useYoungPerson } from '../young-person.ts';
import styles from './TextSectionEditor.module.css';

const TextEditor = later(() => import('./TextEditor.tsx').then(({ TextEditor }) => TextEditor));

interface SectionProps {
  section: TextSection;
  label: string;
  /** What stands in one's own field while it is empty. */
  placeholder?: string;
}

/**
 * One section of running text: the text of each voice, and an empty one to begin one's own. Who may not
 * write it now reads plain paragraphs; there is no editor then.
 */
export function TextSectionEditor(props: SectionProps) {
  const writable = useWritable(sectionPart(props.section));
  const doc = useDoc();
  return writable ? (
    <Suspense fallback={<StaticSection section={props.section} />}>
      <Texts key={doc.clientID} {...props} />
    </Suspense>
  ) : (
    <StaticSection section={props.section} />
  );
}

function Texts({ section, label, placeholder }: SectionProps) {
  const t = useT();
  const doc = useDoc();
  const { persons } = useView();
  const [writing, setWriting] = useState<string | null>(null);
  const { texts, own } = useTexts(section, writing);
  return (
    <div className={styles['texts']}>
      {texts.map(({ id, voice }) => {
        const name = persons.find((person) => person.id === voice)?.name ?? t('protocol.voice.none');
        const isNamed = texts.length > 1;
        return (
          <OneText
            key={id}
            {...{ doc, section, id, voice, isNamed, setWriting }}
            label={isNamed ? t('table.section_text', { section: label, name }) : label}
            placeholder={id === own ? placeholder : undefined}
            testId={id === own ? `editor-${section}` : `editor-${section}-${id}`}
          />
        );
      })}
    </div>
  );
}

interface OneTextProps {
  doc: Y.Doc;
  section: TextSection;
  id: string;
  voice: string | null;
  isNamed: boolean;
  label: string;
  placeholder: string | undefined;
  testId: string;
  setWriting(next: (at: string | null) => string | null): void;
}

/** An editor knows its words itself: it is drawn again only when it is called otherwise. */
const OneText = memo(function OneText(props: OneTextProps) {
  const { doc, section, id, voice, isNamed, label, placeholder, testId, setWriting } = props;
  return (
    <div className={styles['text']}>
      {isNamed ? <Voice id={voice} /> : null}
      <TextEditor
        at={{ doc, section, id, voice }}
        label={label}
        placeholder={placeholder}
        testId={testId}
        onWriting={(isWriting) => setWriting((at) => (isWriting ? id : at === id ? null : at))}
      />
    </div>
  );
});

/**
 * The texts of a section that say something, and one's own, which need not be there yet. The one in which
 * somebody writes at this moment stays, whatever becomes of its words.
 */
function useTexts(
  section: TextSection,
  writing: string | null,
): { texts: Pick<LiveText, 'id' | 'voice'>[]; own: string } {
  const doc = useDoc();
  // The plan says when to read again.
  usePlan();
  const voice = useView().me.person?.id ?? null;
  const isCard = useIsCard();
  const [fresh] = useState(newId);
  const all = liveTexts(doc, section);
  const isFresh = writing === fresh || all.some(({ id }) => id === fresh);
  const mine = all.find(({ id, voice: whose }) => voice !== null && whose === voice && !isCard(id));
  const own = isFresh ? fresh : (mine?.id ?? fresh);
  const texts = all.filter(({ id, text }) => id === own || id === writing || text.toString().trim() !== '');
  return { texts: texts.some(({ id }) => id === own) ? texts : [...texts, { id: own, voice }], own };
}

/** Whether a text is a private sentence that was shown: taking it back must take no other words along. */
function useIsCard(): (id: string) => boolean {
  const own = useSession().own?.doc.get();
  return (id) => own !== undefined && cardMap(own).has(id);
}

/** The paragraphs of a section for reading. */
export function StaticSection({ section }: { section: TextSection }) {
  const t = useT();
  const doc = useDoc();
  // The plan says when to read again.
  usePlan();
  const texts = readSection(doc, section);
  const child = useYoungPerson();
  const isNamed = areVoicesNamed(
    section,
    texts.map(({ voice }) => voice),
    child?.id ?? null,
  );
  return (
    <div className={styles['static']} data-testid={`text-${section}`}>
      {texts.length === 0 ? <p className={styles['empty']}>{t('table.section_empty')}</p> : null}
      {texts.map(({ id, voice, paragraphs }) => (
        <div key={id} className={styles['text']}>
          {isNamed ? <Voice id={voice} /> : null}
          {paragraphs.map((paragraph, index) => (
            // Paragraphs have no identity of their own; their place is what they are.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <p key={index} {...ofPlan(paragraph)}>
              {paragraph}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Whose words stand below; of some nobody knows it, and they are not those of the name above them. */
function Voice({ id }: { id: string | null }) {
  const t = useT();
  const person = usePerson(id);
  return (
    <h3 className={styles['voice']}>
      {person ? <Avatar person={person} size="small" /> : null}
      {person?.name ?? t('protocol.voice.none')}
    </h3>
  );
}
