import { useEffect } from 'react';
import type { Resource } from '#shared/documents/plan/resources.ts';
import type { ResourceDomain } from '#shared/domain/codes.ts';
import { useView } from '../../app/context.ts';
import type { Fresh } from '../../plan/board/fresh.ts';
import { type HeightBook, HeightsContext, Measured, useHeightBook } from '../../plan/board/heights.tsx';
import { layoutResources, type MapLayout, type MapMetrics, WALL_MAP } from '../../plan/board/layout/index.ts';
import { MapPicture } from '../../plan/board/MapPicture.tsx';
import { ResourceCard } from '../../plan/cards/ResourceCard.tsx';
import { usageOf } from '../../plan/words/resources.ts';
import type { Words } from '../../plan/words/words.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import wall from './Wall.module.css';
import styles from './WallBoard.module.css';

interface WallResourcesProps {
  words: Words;
  height: number;
  focus: string | null;
  fresh: Fresh;
}

const FOOTER = 56;
/** Less and less on a card, never smaller type. */
const DENSITIES = [
  { width: 404, description: true },
  { width: 404, description: false },
  { width: 290, description: false },
] as const;

/** Strengths and helps around the young person. Distance carries meaning, so the middle stays free. */
export function WallResources({ words, height, focus, fresh }: WallResourcesProps) {
  const { plan, t } = words;
  const { meeting } = useView();
  const book = useHeightBook();
  useEffect(() => book.keepFor(plan), [book, plan]);
  const map = { ...WALL_MAP, height: height - FOOTER };
  const { layout, density, left } = fitMap(plan.resources, map, book);
  return (
    <main className={styles['map']}>
      <HeightsContext value={book}>
        <div className={styles['mapArea']} style={{ height: map.height }}>
          <MapPicture
            width={map.width}
            height={map.height}
            centre={map.centre}
            name={meeting.childName}
            headings
          />
          {layout.cards.map(({ resource, x, y, width }) => (
            <div
              key={resource.id}
              className={styles['placed']}
              style={{ transform: `translate(calc(${x}px * var(--way)), ${y}px)`, width }}
            >
              <Measured name={`${resource.id}|${density}`}>
                <WallResource
                  resource={resource}
                  words={words}
                  brief={!DENSITIES[density]?.description}
                  selected={focus === resource.id}
                  fresh={fresh.has(resource.id)}
                />
              </Measured>
            </div>
          ))}
        </div>
      </HeightsContext>
      <footer className={wall['footer']}>
        <b>{plan.resources.length === 0 ? t('board.empty_resources') : t('board.wall.who_else')}</b>
        {left > 0 ? <span>{t('board.wall.more', { count: left })}</span> : null}
        <span className={wall['space']} />
        <span>{t('board.near', { name: meeting.childName })}</span>
      </footer>
    </main>
  );
}

function fitMap(
  resources: readonly Resource[],
  map: MapMetrics,
  book: HeightBook,
): { layout: MapLayout; density: number; left: number } {
  for (const [density, { width, description }] of DENSITIES.entries()) {
    const estimate = (resource: Resource): number =>
      66 +
      Math.ceil(resource.title.length / (width / 12.5)) * 29 +
      (description && resource.description !== '' ? Math.ceil(resource.description.length / 36) * 27 : 0);
    const measure = (resource: Resource): number =>
      book.get(`${resource.id}|${density}`) ?? estimate(resource);
    for (let left = 0; left <= resources.length; left++) {
      const shown = resources.slice(0, resources.length - left);
      const layout = layoutResources(shown, { ...map, card: width }, measure);
      if (layout.height <= map.height) {
        return { layout, density, left };
      }
      if (density < DENSITIES.length - 1) {
        break;
      }
    }
  }
  return { layout: { cards: [], width: map.width, height: map.height }, density: 0, left: resources.length };
}

interface WallResourceProps {
  resource: Resource;
  words: Words;
  brief: boolean;
  selected: boolean;
  fresh: boolean;
}

function WallResource({ resource, words, brief, selected, fresh }: WallResourceProps) {
  const { use, text } = usageOf(words, resource);
  const domain: ResourceDomain = resource.domain;
  return (
    <ResourceCard
      domain={domain}
      title={
        <span {...ofPlan(resource.title)}>
          {resource.title === '' ? words.t('board.empty_sentence') : resource.title}
        </span>
      }
      description={
        brief || resource.description === '' ? undefined : (
          <span {...ofPlan(resource.description)}>{resource.description}</span>
        )
      }
      use={use}
      useText={text}
      selected={selected}
      fresh={fresh}
    />
  );
}
