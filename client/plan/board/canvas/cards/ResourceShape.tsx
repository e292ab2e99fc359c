import { sharedText } from '#shared/documents/plan/records.ts';
import { type Resource, resourceRecord } from '#shared/documents/plan/resources.ts';
import { useDoc } from '../../../../app/context.ts';
import { SpokenName, spokenIds } from '../../../../ui/text/InBoth.tsx';
import { ofPlan } from '../../../../ui/text/of-plan.ts';
import { ResourceCard } from '../../../cards/ResourceCard.tsx';
import { SharedTextField } from '../../../fields/SharedTextField.tsx';
import { spokenResource, usageOf } from '../../../words/resources.ts';
import { Measured } from '../../heights.tsx';
import { resourceName } from '../../model/measure.ts';
import { useBoard } from '../../model/state.ts';
import { Marks, ownPress } from './GoalShape.tsx';
import styles from './Shapes.module.css';

/** A card of the resource map on the board. */
export function ResourceShape({ id }: { id: string }) {
  const { resources, words, editing, selected, all, roving, lifted, wide, actions } = useBoard();
  const placed = resources.get(id);
  if (!placed) {
    return null;
  }
  const { resource, width } = placed;
  const { use, text } = usageOf(words, resource);
  const seen = editing === id ? null : { words: resource.title, id: `card-${id}-words` };
  const name = { id: `card-${id}`, parts: spokenResource(words, resource), seen };
  return (
    <Measured name={resourceName(id, width, wide)} width={width}>
      {/* biome-ignore lint/a11y/useSemanticElements: a card is a group of words, signs and controls */}
      <div
        role="group"
        id={`card-${id}`}
        data-card={id}
        tabIndex={roving === id ? 0 : -1}
        aria-labelledby={spokenIds(name)}
        className={styles['card']}
        data-kind="resource"
        data-lifted={lifted === id || undefined}
        onFocus={(event) => event.target === event.currentTarget && actions.select(id)}
      >
        <SpokenName {...name} />
        <ResourceCard
          domain={resource.domain}
          title={<Title resource={resource} />}
          description={
            wide && resource.description !== '' ? (
              <span {...ofPlan(resource.description)}>{resource.description}</span>
            ) : undefined
          }
          use={use}
          useText={text}
          selected={all || selected === id}
        />
        <Marks id={id} />
      </div>
    </Measured>
  );
}

function Title({ resource }: { resource: Resource }) {
  const doc = useDoc();
  const { editing, words, actions } = useBoard();
  const record = resourceRecord(doc, resource.id);
  if (editing !== resource.id || !record) {
    return (
      <span id={`card-${resource.id}-words`} {...ofPlan(resource.title)}>
        {resource.title === '' ? words.t('board.empty_sentence') : resource.title}
      </span>
    );
  }
  return (
    <span {...ownPress} className={styles['control']}>
      <SharedTextField
        text={sharedText(record, 'title')}
        at={{ id: resource.id, field: 'title' }}
        label={words.t('board.edit')}
        bare
        sentence
        autoFocus
        onDone={() => actions.edit(null)}
        onLeave={() => actions.leave(resource.id)}
        testId="board-field"
      />
    </span>
  );
}
