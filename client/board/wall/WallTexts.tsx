import type { TextSection } from '#shared/plan/roots.ts';
import { usePlan, useT } from '../../app/context.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Wall.module.css';

/** Characters up to which the words stand in the largest type, and in the middle one. */
const LARGE = 420;
const MIDDLE = 900;

/** What people say, large. When it is more than the screen holds, the newest words are seen. */
export function WallTexts({ sections, height }: { sections: readonly TextSection[]; height: number }) {
  const t = useT();
  const { texts } = usePlan();
  const paragraphs = sections.flatMap((section) =>
    (texts[section] ?? [])
      .filter((text) => text.trim() !== '')
      .map((text, index) => ({ key: `${section}${index}`, text })),
  );
  const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const size = length <= LARGE ? 'large' : length <= MIDDLE ? 'medium' : 'small';
  return (
    <main className={styles['words']} style={{ height }}>
      {paragraphs.length === 0 ? (
        <p className={styles['quiet']}>{t('board.wall.nothing_yet')}</p>
      ) : (
        <div className={cx(styles['said'], styles[size])}>
          {paragraphs.map(({ key, text }) => (
            <p key={key} dir="auto">
              {text}
            </p>
          ))}
        </div>
      )}
    </main>
  );
}
