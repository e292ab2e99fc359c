import { isYoungPerson } from '#shared/access/roles.ts';
import type { TextSection } from '#shared/documents/plan/roots.ts';
import { usePlan, useT, useView } from '../../app/context.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { cx } from '../../ui/cx.ts';
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
  paragraphs: { key: string; text: string }[];
}

/** What people say, large. When it is more than the screen holds, the newest words are seen. */
export function WallTexts({ sections, height }: { sections: readonly TextSection[]; height: number }) {
  const { texts } = usePlan();
  const parts = sections
    .map((section) => ({
      section,
      paragraphs: (texts[section] ?? [])
        .filter((text) => text.trim() !== '')
        .map((text, index) => ({ key: `${section}${index}`, text })),
    }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
  const length = parts
    .flatMap(({ paragraphs }) => paragraphs)
    .reduce((sum, { text }) => sum + text.length, 0);
  const size = SIZES.find(([most]) => length <= most)?.[1] ?? 'small';
  return (
    <main className={styles['words']} style={{ height }}>
      {parts.length === 0 ? (
        <Listening sections={sections} />
      ) : (
        <div className={cx(styles['said'], styles[size])} data-parts={parts.length}>
          {parts.map((part) => (
            <Said key={part.section} part={part} alone={sections.length === 1} />
          ))}
        </div>
      )}
    </main>
  );
}

/** One view: whose it is, and the words. */
function Said({ part: { section, paragraphs }, alone }: { part: Part; alone: boolean }) {
  const t = useT();
  const { participants: seats, meeting } = useView();
  const child = seats.find(({ role }) => isYoungPerson(role))?.person;
  return (
    <section>
      {section === 'sicht_kind' ? (
        <h2 className={styles['whose']}>
          {child ? <Avatar person={child} size="large" /> : null}
          {child?.name ?? meeting.childName}
        </h2>
      ) : alone ? null : (
        <h2 className={styles['whose']}>{t(`table.section.${section}`)}</h2>
      )}
      {paragraphs.map(({ key, text }) => (
        <p key={key} dir="auto">
          {section === 'sicht_kind' && !QUOTED.test(text) ? t('ui.quote.text', { text }) : text}
        </p>
      ))}
    </section>
  );
}

/** Nothing is written yet: whom everybody listens to. */
function Listening({ sections }: { sections: readonly TextSection[] }) {
  const t = useT();
  const { participants: seats, meeting } = useView();
  const child = sections.includes('sicht_kind');
  const speaking = seats.filter(
    ({ role, online, attendance }) =>
      role !== 'bildschirm' && isYoungPerson(role) === child && (online || attendance === 'vor_ort'),
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
