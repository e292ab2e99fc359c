import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { flatten, moveGoal } from '#shared/documents/plan/goals.ts';
import { placeInRing } from '#shared/documents/plan/nearness.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { linkResource, placeResource, setResourceField } from '#shared/documents/plan/resources.ts';
import type { BoardName } from '#shared/meeting/step.ts';
import { useDoc } from '../../../../app/context.ts';
import { cx } from '../../../../ui/cx.ts';
import { InBoth } from '../../../../ui/text/InBoth.tsx';
import type { Words } from '../../../words/words.ts';
import { placesForGoal, placesForResource, type Where } from '../../model/where.ts';
import panels from './Panels.module.css';
import styles from './WherePicker.module.css';

interface WherePickerProps {
  id: string;
  board: BoardName;
  words: Words;
  onClose: () => void;
}

/** "Wohin?": the places a card can go to, as a list. Moving without dragging. */
export function WherePicker({ id, board, words, onClose }: WherePickerProps) {
  const doc = useDoc();
  const list = useRef<HTMLDivElement>(null);
  const name = useId();
  const [at, setAt] = useState(0);
  const places = usePlaces(id, board, words);
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const choose = (place: Where | undefined): void => {
    if (place && 'move' in place) {
      moveGoal(doc, id, place.move.parentId, ORIGIN.board, place.move.after);
    } else if (place && 'link' in place) {
      linkResource(doc, id, place.link, true, ORIGIN.board);
    } else if (place && 'nearness' in place) {
      const resource = words.plan.resources.find((candidate) => candidate.id === id);
      if (resource) {
        placeResource(doc, id, placeInRing(resource, place.nearness), ORIGIN.board);
      }
    } else if (place) {
      setResourceField(doc, id, 'domain', place.domain, ORIGIN.board);
    }
    onClose();
  };
  const onKey = (event: KeyboardEvent): void => {
    const last = places.length - 1;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (next !== undefined) {
      setAt(Math.min(last, Math.max(0, next)));
    } else if (event.key === 'Enter' || event.key === ' ') {
      choose(places[at]);
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      onClose();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={cx(panels['panel'], styles['panel'])}>
      <b id={`${name}-title`}>{words.t('board.where')}</b>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-labelledby={`${name}-title`}
        aria-activedescendant={`${name}-${at}`}
        className={styles['places']}
        onKeyDown={onKey}
        onBlur={(event) => (event.currentTarget.contains(event.relatedTarget) ? undefined : onClose())}
        data-testid="where"
      >
        {places.map((place, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox itself takes the keys
          <div
            key={place.key}
            id={`${name}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => choose(place)}
          >
            <InBoth parts={place.text} />
          </div>
        ))}
      </div>
    </div>
  );
}

function usePlaces(id: string, board: BoardName, words: Words): Where[] {
  if (board === 'resources') {
    const resource = words.plan.resources.find((candidate) => candidate.id === id);
    return resource ? placesForResource(words, resource) : [];
  }
  const goal = flatten(words.plan.goals).find((candidate) => candidate.id === id);
  return goal ? placesForGoal(words, goal) : [];
}
