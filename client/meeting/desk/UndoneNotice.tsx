import { useLayoutEffect, useState } from 'react';
import { sectionPart, TEXT_SECTIONS } from '#shared/documents/plan/roots.ts';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import { stepFor } from '#shared/meeting/agenda.ts';
import { usePlan, useT, useView } from '../../app/context.ts';
import type { Place } from '../../plan/words/changes.ts';
import { Button, IconButton } from '../../ui/controls/Button.tsx';
import { Undo2, X } from '../../ui/icons.ts';
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
  const phase = undone ? phaseOf(undone.place) : null;
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
                desk.onPeek(phase);
                desk.chosen.onSelect(undone.place.part === 'goals' ? undone.place.record : null);
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

function phaseOf({ part }: Place): MeetingPhase | null {
  const section = TEXT_SECTIONS.find((name) => sectionPart(name) === part);
  switch (part) {
    case 'goals':
      return stepFor('ziele');
    case 'resources':
      return stepFor('ressourcen');
    default:
      return stepFor(section ?? 'vereinbarungen');
  }
}
