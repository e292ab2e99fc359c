import type { ComponentPropsWithRef, ReactNode } from 'react';
import type { ResourceDomain } from '#shared/domain/codes.ts';
import type { Use } from '#shared/protocol/report/uses.ts';
import { useT } from '../../app/context.ts';
import { cx } from '../../ui/cx.ts';
import { Check, Link, Sprout } from '../../ui/icons.ts';
import styles from './Resource.module.css';
import { domainColours } from './ResourceChip.tsx';

export type ResourceCardProps = Omit<ComponentPropsWithRef<'article'>, 'children' | 'title'> & {
  domain: ResourceDomain;
  /** The name, or the field that holds it. */
  title: ReactNode;
  description?: ReactNode;
  /** `helps` is filled, `free` is paper only, `linked` has a contact: always said in words too. */
  use: Use['use'];
  /** "hilft schon bei 1.1", "noch frei, passt zu 1.1". */
  useText: string;
  selected?: boolean | undefined;
  /** Arrived a moment ago. */
  fresh?: boolean | undefined;
};

const USE_ICONS = { helps: Check, free: Sprout, linked: Link };

/** A strength or help on the map. Its outline tells the domain, its fill whether it helps already. */
export function ResourceCard(props: ResourceCardProps) {
  const { domain, title, description, use, useText, selected, fresh, className, style, ...rest } = props;
  const t = useT();
  const Icon = USE_ICONS[use];
  return (
    <article
      {...rest}
      style={{ ...domainColours(domain), ...style }}
      className={cx(
        styles['card'],
        styles[domain],
        use === 'free' && styles['free'],
        (selected || fresh) && styles['lit'],
        className,
      )}
    >
      <span className={styles['shape']} />
      <div className={styles['title']}>{title}</div>
      {description ? <div className={styles['description']}>{description}</div> : null}
      <div className={styles['use']}>
        <Icon className={styles['icon']} />
        <span>{useText}</span>
        {fresh ? <span className={styles['new']}>{t('ui.card.new')}</span> : null}
      </div>
    </article>
  );
}
