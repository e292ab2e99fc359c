import type { ResourceDomain } from '#shared/domain/codes.ts';
import { useT } from '../../app/context.ts';
import { DomainIcon, domainColours } from '../cards/ResourceChip.tsx';
import styles from './MapPicture.module.css';

interface MapPictureProps {
  width: number;
  height: number;
  /** Radius of the circle in the middle. */
  centre: number;
  name: string;
  /** Names of the domains in the corners. */
  headings: boolean;
}

const CORNERS: Record<ResourceDomain, string> = {
  persoenlich: 'topLeft',
  sozial: 'topRight',
  materiell: 'bottomLeft',
  infrastrukturell: 'bottomRight',
};

/** What lies under the cards of the resource map: rings, a dotted cross, and the young person. */
export function MapPicture({ width, height, centre, name, headings }: MapPictureProps) {
  const t = useT();
  const [x, y] = [width / 2, height / 2];
  const clear = centre + 18;
  return (
    <div className={styles['picture']} style={{ width, height }}>
      <svg width={width} height={height} aria-hidden="true">
        <g className={styles['rings']}>
          {[0.365, 0.656, 0.9375].map((part) => (
            <ellipse key={part} cx={x} cy={y} rx={x * part} ry={y * part * 0.97} />
          ))}
        </g>
        <path
          className={styles['cross']}
          d={`M${x} 24V${y - clear}M${x} ${y + clear}V${height - 24}M40 ${y}H${x - clear}M${x + clear} ${y}H${width - 40}`}
        />
      </svg>
      <div
        className={styles['middle']}
        style={{ left: x - centre, top: y - centre, width: 2 * centre, height: 2 * centre }}
      >
        <span>{name}</span>
      </div>
      {headings
        ? (Object.keys(CORNERS) as ResourceDomain[]).map((domain) => (
            <h2
              key={domain}
              className={`${styles['heading']} ${styles[CORNERS[domain]]}`}
              style={domainColours(domain)}
            >
              <DomainIcon domain={domain} />
              {t(`code.resourceDomain.${domain}`)}
            </h2>
          ))
        : null}
    </div>
  );
}
