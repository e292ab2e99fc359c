import type { CSSProperties, ReactNode } from 'react';
import type { ResourceDomain } from '#shared/domain/codes.ts';
import { useT } from '../../app/context.ts';
import { cx } from '../../ui/cx.ts';
import { Heart, House, Package, Star } from '../../ui/icons.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import styles from './Resource.module.css';

/** Who or what helps with a goal. */
export interface Help {
  id: string;
  domain: ResourceDomain;
  title: string;
}

const ICONS: Record<ResourceDomain, typeof Star> = {
  persoenlich: Star,
  sozial: Heart,
  materiell: Package,
  infrastrukturell: House,
};

const COLOURS: Record<ResourceDomain, string> = {
  persoenlich: 'pe',
  sozial: 'so',
  materiell: 'ma',
  infrastrukturell: 'oe',
};

/** The sign of a domain. */
export function DomainIcon({ domain }: { domain: ResourceDomain }) {
  const Icon = ICONS[domain];
  return <Icon className={styles['icon']} />;
}

/** Fill, edge and ink of a domain as custom properties: `--fill`, `--edge-colour`, `--ink-colour`. */
export function domainColours(domain: ResourceDomain): CSSProperties {
  const name = COLOURS[domain];
  return {
    '--fill': `var(--${name})`,
    '--edge-colour': `var(--${name}-e)`,
    '--ink-colour': `var(--${name}-i)`,
  } as CSSProperties;
}

/** A help as a small sign on a goal: hexagon, pill, ticket or gable with its icon and name. */
export function ResourceChip({ domain, title }: Omit<Help, 'id'>) {
  const t = useT();
  return (
    <span className={cx(styles['chip'], styles[domain])} style={domainColours(domain)}>
      <DomainIcon domain={domain} />
      <VisuallyHidden>{t(`code.resourceDomain.${domain}`)}: </VisuallyHidden>
      <span className={styles['chipText']} {...ofPlan(title)}>
        {title}
      </span>
    </span>
  );
}

/** The empty place among the chips, with one question. */
export function EmptyChip({
  icon,
  children,
  onPress,
}: {
  icon?: ReactNode;
  children: ReactNode;
  onPress: () => void;
}) {
  return (
    <button type="button" className={styles['empty']} onClick={onPress}>
      {icon}
      {children}
    </button>
  );
}
