import { useLayoutEffect, useState } from 'react';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import { stepForPart, stepOf } from '#shared/meeting/agenda.ts';
import { usePlan, useT } from '../../app/context.ts';
import type { Place } from '../../plan/words/changes.ts';
import { Button, IconButton } from '../../ui/controls/Button.tsx';
import { Undo2, X } from '../../ui/icons.ts';
import { InBoth } from '../../ui/text/InBoth.tsx';
import styles from '../PeekNotice.module.css';
import { reviewItems } from '../review/review.ts';
import { isInSight } from '../spoken/here.ts';
import { Region } from '../spoken/Region.tsx';
import type { Desk } from './useDesk.ts';
import { useUndone } from './useUndone.ts';

/** Says what undo took back and where; what is out of sight can be gone to. */
export function UndoneNotice({ desk }: { desk: Desk }) {
  const [{ place, said }, putAway] = useUndone();
  const isAway = useIsAway(place);
  const t = useT();
  const phase = usePhaseOf(place, desk);
  return (
    <>
      <Region said={said} testId="undone" />
      {place && isAway ? (
        <p className={styles['peek']} data-testid="undone-away">
          <Undo2 />
          <span>
            <InBoth parts={said.parts} />
          </span>
          {phase ? (
            <Button
              size="small"
              onClick={() => {
                goTo(desk, place, phase);
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

/** Whether what was undone stands somewhere else than on the screen; known once the page shows it. */
function useIsAway(place: Place | null): boolean {
  const [isAway, setAway] = useState(false);
  useLayoutEffect(() => {
    setAway(false);
    if (place === null) {
      return undefined;
    }
    const look = requestAnimationFrame(() => requestAnimationFrame(() => setAway(!isInSight(place))));
    return () => cancelAnimationFrame(look);
  }, [place]);
  return isAway;
}

/** Where one looks back, a goal of the last meeting is found there; else each thing in the step that works on it. */
function usePhaseOf(place: Place | null, { step }: Desk): MeetingPhase | null {
  const plan = usePlan();
  if (place === null) {
    return null;
  }
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
