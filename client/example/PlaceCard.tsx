import type { ReactNode } from 'react';
import type { DemoPlace } from '#shared/api/answers.ts';
import { useT } from '../app/context.ts';
import page from '../home/Page.module.css';
import { ButtonLink } from '../ui/controls/Button.tsx';
import { cx } from '../ui/cx.ts';
import { ExternalLink } from '../ui/icons.ts';
import { VisuallyHidden } from '../ui/text/VisuallyHidden.tsx';
import styles from './PlaceCard.module.css';
import { pictures } from './pictures/pictures.ts';

export interface PlaceCardProps {
  id: 'seidel' | 'screen' | 'leon' | 'krueger';
  name: DemoPlace['name'];
  wide?: boolean;
  /** The way in. */
  children: ReactNode;
}

/** One place at the table: how it looks from there, who sits there, and the way in. */
export function PlaceCard({ id, name, wide, children }: PlaceCardProps) {
  const t = useT();
  return (
    <article className={cx(styles['place'], wide && styles['placeWide'])}>
      <div className={styles['view']}>
        <picture>
          <source srcSet={pictures[id].dark} media="(prefers-color-scheme: dark)" />
          <img src={pictures[id].light} alt="" />
        </picture>
      </div>
      <div className={styles['placeText']}>
        <h2 className={styles['placeName']}>{name}</h2>
        <p className={page['small']}>{t(`start.place.${id}`)}</p>
        <div className={styles['placeWay']}>{children}</div>
      </div>
    </article>
  );
}

/** Opens a place by its personal link, in a tab of its own. */
export function PersonPlace({ name, url }: { name: string; url: string }) {
  const t = useT();
  return (
    <ButtonLink href={url} target="_blank" rel="noopener" size="small" iconEnd={<ExternalLink />}>
      {t('start.open')} <VisuallyHidden>{t('start.open_for', { name })}</VisuallyHidden>
    </ButtonLink>
  );
}
