import { type FormEvent, useState } from 'react';
import { addGoal, flatten, type Goal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, usePlan, useT, useView } from '../../app/context.ts';
import { AddLine } from '../fields/AddLine.tsx';
import { useDraft } from '../fields/useDraft.ts';
import { ownWordsOf } from '../words/people.ts';

export interface AddGoalProps {
  /** Beside or below which goal. */
  selected: string | null;
  onAdded(id: string): void;
}

/** Where a new goal can go from here: below the selected one, beside it, or as a new Richtungsziel. */
interface AddPlace {
  value: string;
  parent: Goal | null;
}

/** One line to add a Richtungsziel, Handlungsziel or step, for whoever says it. */
export function AddGoal({ selected, onAdded }: AddGoalProps) {
  const t = useT();
  const doc = useDoc();
  const { goals } = usePlan();
  const { persons, me } = useView();
  const [text, setText] = useDraft('goal-add');
  const [wanted, setWanted] = useState<{ selected: string | null; value: string } | null>(null);
  const [who, setWho] = useState('');
  const places = placesFrom(goals, selected);
  const chosen = wanted?.selected === selected ? wanted.value : null;
  const place = places.find(({ value }) => value === chosen) ?? places[0];
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '' || !place) {
      return;
    }
    const isStep = place.parent?.depth === 1;
    const forWhom = who === '' ? {} : isStep ? { responsible: who } : { voice: who };
    const words = { textOwn: text.trim(), ...ownWordsOf(me), ...forWhom };
    const added = addGoal(doc, place.parent?.id ?? null, words, ORIGIN.list);
    if ('id' in added) {
      setText('');
      onAdded(added.id);
    }
  };
  const words = ({ parent }: AddPlace): string =>
    parent === null
      ? t('outline.add_direction')
      : parent.depth === 0
        ? t('outline.add_action', { number: parent.number })
        : t('outline.add_step', { number: parent.number });
  return (
    <AddLine
      label={place ? words(place) : ''}
      value={text}
      onChange={setText}
      onSubmit={add}
      kind={{
        label: t('outline.add_what'),
        value: place?.value ?? '',
        options: places.map((option) => ({ value: option.value, label: words(option) })),
        onChange: (value) => setWanted({ selected, value }),
      }}
      choice={{
        label: t('outline.for_whom'),
        value: who,
        options: [
          { value: '', label: t('outline.for_whom_short') },
          ...persons.map(({ id, name }) => ({ value: id, label: t('outline.for_person', { name }) })),
        ],
        onChange: setWho,
      }}
      testId="goal-add"
    />
  );
}

function placesFrom(goals: readonly Goal[], selected: string | null): AddPlace[] {
  const all = flatten(goals);
  const find = (id: string | null | undefined): Goal | undefined => all.find((goal) => goal.id === id);
  const goal = find(selected);
  const step = goal?.depth === 2 ? find(goal.parentId) : goal;
  const line = [step, find(step?.parentId)].filter((found) => found !== undefined);
  return [...line.map((parent) => ({ value: parent.id, parent })), { value: 'top', parent: null }];
}
