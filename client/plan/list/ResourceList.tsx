import type { Resource } from '#shared/documents/plan/resources.ts';
import { type ResourceDomain, resourceDomain } from '#shared/domain/codes.ts';
import { usePlan, useT, useWritable } from '../../app/context.ts';
import { DomainIcon, domainColours } from '../cards/ResourceChip.tsx';
import { AddResource } from './AddResource.tsx';
import styles from './ResourceList.module.css';
import { ResourceRow } from './ResourceRow.tsx';
import { useTakenAway } from './useTakenAway.tsx';

export interface ResourceListProps {
  selected: string | null;
  onSelect(id: string | null): void;
}

/** Strengths and helps by their four domains, with everything the map can do. */
export function ResourceList({ selected, onSelect }: ResourceListProps) {
  const { resources } = usePlan();
  const writable = useWritable('resources');
  const [takenAway, setTaken] = useTakenAway('resources', onSelect);
  return (
    <div className={styles['list']} data-testid="resource-list">
      {takenAway}
      <div className={styles['domains']}>
        {resourceDomain.map((domain) => (
          <Domain
            key={domain}
            domain={domain}
            resources={resources.filter((resource) => resource.domain === domain)}
            selected={selected}
            onSelect={onSelect}
            onRemoved={({ id, title }) => setTaken({ id, sentence: title })}
          />
        ))}
      </div>
      {writable ? <AddResource onAdded={onSelect} /> : null}
    </div>
  );
}

interface DomainProps extends ResourceListProps {
  domain: ResourceDomain;
  resources: readonly Resource[];
  onRemoved(resource: Resource): void;
}

function Domain({ domain, resources, selected, onSelect, onRemoved }: DomainProps) {
  const t = useT();
  return (
    <section style={domainColours(domain)}>
      <h3 className={styles['domain']}>
        <DomainIcon domain={domain} />
        {t(`code.resourceDomain.${domain}`)}
      </h3>
      {resources.length === 0 ? <p className={styles['none']}>{t('outline.domain_empty')}</p> : null}
      <ul>
        {resources.map((resource) => (
          <ResourceRow
            key={resource.id}
            resource={resource}
            open={resource.id === selected}
            onToggle={() => onSelect(resource.id === selected ? null : resource.id)}
            onRemoved={() => {
              onRemoved(resource);
              onSelect(null);
            }}
          />
        ))}
      </ul>
    </section>
  );
}
