import { flatten } from '#shared/documents/plan/goals.ts';
import { NEARNESS, nearnessOf, placeInRing } from '#shared/documents/plan/nearness.ts';
import { ORIGIN, sharedText } from '#shared/documents/plan/records.ts';
import {
  linkResource,
  placeResource,
  type Resource,
  removeResource,
  resourceRecord,
  setResourceField,
} from '#shared/documents/plan/resources.ts';
import { resourceDomain, resourceState } from '#shared/domain/codes.ts';
import { useDoc, usePlan, useT, useView, useWritable } from '../../app/context.ts';
import { formatList } from '../../app/format.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { ChevronDown, ChevronRight, Trash2 } from '../../ui/icons.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { Choice, PersonChoice } from '../fields/fields.tsx';
import { SharedTextField } from '../fields/SharedTextField.tsx';
import { usageOf } from '../words/resources.ts';
import { useWords } from '../words/words.ts';
import { useEditors } from './presence.ts';
import styles from './ResourceList.module.css';

export interface ResourceRowProps {
  resource: Resource;
  open: boolean;
  onToggle(): void;
  onRemoved(): void;
}

/** One strength: its name, what it helps with, and when open everything about it. */
export function ResourceRow({ resource, open, onToggle, onRemoved }: ResourceRowProps) {
  const t = useT();
  const words = useWords();
  const { locale } = words;
  const editors = useEditors().get(resource.id) ?? [];
  return (
    <li
      className={cx(styles['row'], open && styles['open'])}
      data-testid={`resource-row-${resource.id}`}
      data-resource={resource.id}
    >
      <button type="button" className={styles['head']} aria-expanded={open} onClick={onToggle}>
        {open ? <ChevronDown /> : <ChevronRight />}
        <span>
          <b {...ofPlan(resource.title)}>{resource.title || t('outline.empty_resource')}</b>
          <span className={styles['use']}>{usageOf(words, resource).text}</span>
          {editors.length === 0 ? null : (
            <span className={styles['writing']}>
              {t('outline.writes', {
                count: editors.length,
                names: formatList(
                  editors.map(({ name }) => name),
                  locale,
                ),
              })}
            </span>
          )}
        </span>
      </button>
      {open ? <ResourceFields resource={resource} onRemoved={onRemoved} /> : null}
    </li>
  );
}

function ResourceFields({ resource, onRemoved }: { resource: Resource; onRemoved(): void }) {
  const t = useT();
  const doc = useDoc();
  const { me } = useView();
  const readOnly = !useWritable('resources');
  const record = resourceRecord(doc, resource.id);
  return (
    <div className={styles['fields']}>
      <SharedTextField
        sentence
        text={record && sharedText(record, 'title')}
        at={{ id: resource.id, field: 'title' }}
        label={t('outline.resource_title')}
        readOnly={readOnly}
        testId="resource-title"
      />
      <SharedTextField
        text={record && sharedText(record, 'description')}
        at={{ id: resource.id, field: 'description' }}
        label={t('outline.resource_description')}
        readOnly={readOnly}
      />
      <div className={styles['pair']}>
        <Choice
          label={t('outline.resource_domain')}
          value={resource.domain}
          options={resourceDomain.map((value) => ({ value, label: t(`code.resourceDomain.${value}`) }))}
          onChange={(value) => value && setResourceField(doc, resource.id, 'domain', value, ORIGIN.list)}
          disabled={readOnly}
          testId="resource-domain"
        />
        <Choice
          label={t('outline.state')}
          value={resource.state}
          options={resourceState.map((value) => ({ value, label: t(`outline.resource_state.${value}`) }))}
          onChange={(value) => value && setResourceField(doc, resource.id, 'state', value, ORIGIN.list)}
          disabled={readOnly}
          testId="resource-state"
        />
      </div>
      <Choice
        label={t('board.nearness')}
        value={nearnessOf(resource.pos)}
        options={NEARNESS.map((value) => ({ value, label: t(`board.nearness.${value}`) }))}
        none={resource.pos === null ? t('board.nearness_open') : undefined}
        onChange={(value) =>
          value && placeResource(doc, resource.id, placeInRing(resource, value), ORIGIN.list)
        }
        disabled={readOnly}
        testId="resource-nearness"
      />
      <PersonChoice
        label={t('outline.resource_owner')}
        value={resource.owner}
        onChange={(value) => setResourceField(doc, resource.id, 'owner', value, ORIGIN.list)}
        none={t('outline.nobody_named')}
        disabled={readOnly}
      />
      <GoalLinks resource={resource} disabled={readOnly} />
      {readOnly ? null : (
        <Button
          size="small"
          variant="quiet"
          icon={<Trash2 />}
          onClick={() => {
            removeResource(doc, resource.id, me.person?.id ?? '', ORIGIN.list);
            onRemoved();
          }}
          className={styles['remove']}
          data-testid="resource-remove"
        >
          {t('outline.remove')}
        </Button>
      )}
    </div>
  );
}

/** Which goals it helps with. */
function GoalLinks({ resource, disabled }: { resource: Resource; disabled: boolean }) {
  const t = useT();
  const doc = useDoc();
  const { goals } = usePlan();
  const offered = flatten(goals).filter(({ level }) => level === 'handlungsziel');
  if (offered.length === 0) {
    return null;
  }
  return (
    <fieldset className={styles['links']} disabled={disabled} data-testid="resource-links">
      <legend>{t('outline.helps_with_which')}</legend>
      {offered.map((goal) => (
        <label key={goal.id}>
          <input
            type="checkbox"
            checked={resource.supports.includes(goal.id)}
            onChange={(event) => linkResource(doc, resource.id, goal.id, event.target.checked, ORIGIN.list)}
          />
          <span>
            {goal.number} <span {...ofPlan(goal.sentence)}>{goal.sentence}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
