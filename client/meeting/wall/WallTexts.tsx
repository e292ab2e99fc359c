import { isYoungPerson } from '#shared/access/roles.ts';
import type { PersonRef } from '#shared/api/view.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import type { TextSection } from '#shared/documents/plan/roots.ts';
import { paragraphsOf, type SectionText } from '#shared/documents/plan/texts.ts';
import { areVoicesNamed, voiceIn } from '#shared/meeting/voices.ts';
import { usePerson, usePlan, useT, useView } from '../../app/context.ts';
import { cx } from '../../ui/cx.ts';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { useYoungPerson } from '../young-person.ts';
import type { WallPanelProps } from './panel-props.ts';
import wall from './Wall.module.css';
import styles from './WallWords.module.css';

/** Characters up to which the words stand in the largest type, and in the middle ones. */
const SIZES = [
  [130, 'huge'],
  [420, 'large'],
  [900, 'medium'],
] as const;

/** Words that already stand in quotation marks. */
const QUOTED = /^\s*[„“”"»«]/;

interface Part {
  section: TextSection;
  texts: SectionText[];
}

/** What people say, large. When it is more than the screen holds, the newest words are seen. */
export function WallTexts({ texts: sections, height }: Pick<WallPanelProps, 'texts' | 'height'>) {
  const { texts } = usePlan();
  const parts = partsOf(sections, texts);
  return (
    <main className={styles['words']} style={{ height }}>
      {parts.length === 0 ? (
        <Listening sections={sections} />
      ) : (
        <div className={cx(styles['said'], styles[sizeOf(parts)])} data-parts={parts.length}>
          {parts.map((part) => (
            <Said key={part.section} part={part} alone={sections.length === 1} />
          ))}
        </div>
      )}
    </main>
  );
}

function partsOf(sections: readonly TextSection[], texts: Plan['texts']): Part[] {
  return sections
    .map((section) => ({
      section,
      texts: (texts[section] ?? []).map(({ paragraphs, ...text }) => ({
        ...text,
        paragraphs: paragraphs.filter((words) => words.trim() !== ''),
      })),
    }))
    .filter(({ texts }) => texts.length > 0);
}

function sizeOf(parts: readonly Part[]): string {
  const length = parts
    .flatMap(({ texts }) => paragraphsOf(texts))
    .reduce((sum, words) => sum + words.length, 0);
  return SIZES.find(([most]) => length <= most)?.[1] ?? 'small';
}

/**
 * One view: whose it is, and the words. The young person's stand as they said them, under their face; where
 * others have written in their section, or nobody knows who, each is named instead.
 */
function Said({ part: { section, texts }, alone }: { part: Part; alone: boolean }) {
  const child = useYoungPerson();
  const isChilds = voiceIn(section) === 'child';
  const voices = texts.map(({ voice }) => voice);
  const isTheirsAlone = isChilds && child !== null && voices.every((voice) => voice === child.id);
  const isNamed = areVoicesNamed(section, voices, child?.id ?? null);
  return (
    <section>
      {isTheirsAlone ? <WhoseChild child={child} /> : null}
      {isTheirsAlone || (alone && (isNamed || !isChilds)) ? null : <Whose section={section} />}
      {texts.map((text) => (
        <SaidByOne
          key={text.id}
          text={text}
          isNamed={isNamed}
          quotes={isChilds && text.voice === child?.id}
        />
      ))}
    </section>
  );
}

interface SaidByOneProps {
  text: SectionText;
  isNamed: boolean;
  /** Whether they said it themselves, in their section. */
  quotes: boolean;
}

/** What one voice has said, under its name where somebody else's could be meant. */
function SaidByOne({ text, isNamed, quotes }: SaidByOneProps) {
  const t = useT();
  const person = usePerson(text.voice);
  return (
    <>
      {isNamed ? <h3 className={styles['by']}>{person?.name ?? t('protocol.voice.none')}</h3> : null}
      {text.paragraphs.map((words, index) => (
        // Paragraphs have no identity of their own; their place is what they are.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <p key={index} {...ofPlan(words)}>
          {quotes && !QUOTED.test(words) ? t('ui.quote.text', { text: words }) : words}
        </p>
      ))}
    </>
  );
}

function WhoseChild({ child }: { child: PersonRef }) {
  return (
    <h2 className={styles['whose']}>
      <Avatar person={child} size="large" />
      {child.name}
    </h2>
  );
}

function Whose({ section }: { section: TextSection }) {
  const t = useT();
  const { meeting } = useView();
  return <h2 className={styles['whose']}>{t(`table.section.${section}`, { name: meeting.childName })}</h2>;
}

/** Nothing is written yet: whom everybody listens to. */
function Listening({ sections }: { sections: readonly TextSection[] }) {
  const t = useT();
  const { participants: seats, meeting } = useView();
  const child = sections.some((section) => voiceIn(section) === 'child');
  const speaking = seats.filter(
    ({ role, present }) => role !== 'bildschirm' && isYoungPerson(role) === child && present !== null,
  );
  return (
    <div className={styles['listening']}>
      <div className={styles['faces']}>
        {speaking.map(({ participationId, person }) => (
          <Avatar key={participationId} person={person} size="large" />
        ))}
      </div>
      <p className={styles['huge']}>
        {child ? t('board.wall.child_tells', { name: meeting.childName }) : t('board.wall.all_tell')}
      </p>
      <p className={wall['quiet']}>{t('board.wall.talk_first')}</p>
    </div>
  );
}
