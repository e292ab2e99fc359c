import { type FormEvent, useState } from 'react';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource } from '#shared/documents/plan/resources.ts';
import { type ResourceDomain, resourceDomain } from '#shared/domain/codes.ts';
import { useDoc, useT } from '../../app/context.ts';
import { AddLine } from '../fields/AddLine.tsx';
import { useDraft } from '../fields/useDraft.ts';

export interface AddResourceProps {
  onAdded?: (id: string) => void;
  /** Whose strength it is, where that is known from the question. */
  owner?: string | null;
}

/** One line to add a strength: its name and its domain. */
export function AddResource({ onAdded, owner = null }: AddResourceProps) {
  const t = useT();
  const doc = useDoc();
  const [title, setTitle] = useDraft('resource-add');
  const [domain, setDomain] = useState<ResourceDomain>('persoenlich');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (title.trim() !== '') {
      const id = addResource(doc, { domain, title: title.trim(), owner }, ORIGIN.list);
      setTitle('');
      onAdded?.(id);
    }
  };
  return (
    <AddLine
      label={t('outline.add_resource')}
      value={title}
      onChange={setTitle}
      onSubmit={add}
      choice={{
        label: t('outline.resource_domain'),
        value: domain,
        options: resourceDomain.map((value) => ({ value, label: t(`code.resourceDomain.${value}`) })),
        onChange: (value) => setDomain(value as ResourceDomain),
      }}
      testId="resource-add"
    />
  );
}
