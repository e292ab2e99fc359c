import { useLayoutEffect, useState } from 'react';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import { stepForPart, stepOf } from '#shared/meeting/agenda.ts';
import { usePlan, useT, useView } from '../../app/context.ts';
import type { Place } from '../../plan/words/changes.ts';
import { Button, IconButton } from '../../ui/controls/Button.tsx';
import { Undo2, X } from '../../ui/icons.ts';
import { reviewItems } from '../review/review.ts';
import { placeOf } from '../spoken/change-words.ts';
import { isInSight } from '../spoken/here.ts';
import { Region } from '../spoken/Region.tsx';
import styles from './DeskTable.module.css';
import type { Desk } from './useDesk.ts';
import { type Undone, useUndone } from './useUndone.ts';

/** Says what undo took back and where; what is out of sight can be gone to. */
export function UndoneNotice({ desk }: { desk: Desk }) {
  const [undone, putAway] = useUndone();
  const [count, setCount] = useState(0);
  const [last, setLast] = useState(undone);
  const words = useUndoneWords(undone);
  const isAway = useIsAway(undone);
  const t = useT();
  if (last !== undone) {
    setLast(undone);
    setCount(count + 1);
  }
  const phase = usePhaseOf(undone, desk);
  return (
    <>
      <Region said={{ words, count }} testId="undone" />
      {undone && isAway ? (
        <p className={styles['peek']} data-testid="undone-away">
          <Undo2 />
          <span>{words}</span>
          {phase ? (
            <Button
              size="small"
              onClick={() => {
                goTo(desk, undone.place, phase);
                putAway();
              }}
            >
              {t('table.undone_go')}
            </Button>
          ) : null}
          <IconButton size="small" icon={<X />} label={t('outline.close')} onClick={putAway} />
        </p>
      ) : null}
    </>
  );
}

function useUndoneWords(undone: Undone | null): string {
  const t = useT();
  const plan = usePlan();
  const { meeting } = useView();
  return undone
    ? t(`table.undone_${undone.what}`, {
        place: placeOf(undone.place, { t, plan, childName: meeting.childName }),
      })
    : '';
}

/** Whether what was undone stands somewhere else than on the screen; known once the page shows it. */
function useIsAway(undone: Undone | null): boolean {
  const [isAway, setAway] = useState(false);
  useLayoutEffect(() => {
    setAway(false);
    if (undone === null) {
      return undefined;
    }
    const look = requestAnimationFrame(() => requestAnimationFrame(() => setAway(!isInSight(undone.place))));
    return () => cancelAnimationFrame(look);
  }, [undone]);
  return isAway;
}

/** Where one looks back, a goal of the last meeting is found there; else each thing in the step that works on it. */
function usePhaseOf(undone: Undone | null, { step }: Desk): MeetingPhase | null {
  const plan = usePlan();
  if (undone === null) {
    return null;
  }
  const { place } = undone;
  const isReviewed = step.desk.panel === 'review' && reviewItems(plan).some(({ id }) => id === place.record);
  return isReviewed ? step.code : stepForPart(place.part);
}

/** Opens the step of a place, in a view that shows it. */
function goTo(desk: Desk, { part, record }: Place, phase: MeetingPhase): void {
  const isOnBoard = stepOf(phase).desk.panel === 'board';
  if (desk.mode === 'protocol' || (desk.mode === 'board' && !isOnBoard)) {
    desk.onMode('both');
  }
  desk.onPeek(phase);
  desk.chosen.onSelect(part === 'goals' ? record : null);
}
