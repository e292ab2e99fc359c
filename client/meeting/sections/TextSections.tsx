import { sectionPart, type TextSection } from '#shared/documents/plan/roots.ts';
import { useLanguage, useT, useView } from '../../app/context.ts';
import { formatList } from '../../app/format.ts';
import { useEditors } from '../../plan/list/presence.ts';
import page from '../Page.module.css';
import { TextSectionEditor } from './TextSectionEditor.tsx';
import styles from './TextSections.module.css';

/** Running texts of the protocol that several people write at once, on one paper. */
export function TextSections({ sections }: { sections: readonly TextSection[] }) {
  return (
    <article className={page['paper']} data-testid="text-sections">
      {sections.map((section) => (
        <Section key={section} section={section} />
      ))}
    </article>
  );
}

function Section({ section }: { section: TextSection }) {
  const t = useT();
  const title = useSectionTitle(section);
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{title}</h2>
      <p className={page['quiet']}>{t(`table.section_hint.${section}`)}</p>
      <TextSectionEditor section={section} label={title} />
      <Writers section={section} />
    </section>
  );
}

/** "Leons Sicht": the name of a section with the young person's name in it. */
export function useSectionTitle(section: TextSection): string {
  const t = useT();
  const { meeting } = useView();
  return t(`table.section.${section}`, { name: meeting.childName });
}

/** Who else writes here right now. */
export function Writers({ section }: { section: TextSection }) {
  const t = useT();
  const { locale } = useLanguage();
  const editors = useEditors().get(sectionPart(section)) ?? [];
  return editors.length === 0 ? null : (
    <p className={styles['writers']}>
      {t('outline.writes', {
        count: editors.length,
        names: formatList(
          editors.map(({ name }) => name),
          locale,
        ),
      })}
    </p>
  );
}
