import { type ReactNode, useState } from 'react';
import { stepOf } from '#shared/meeting/agenda.ts';
import type { Gap } from '#shared/meeting/gaps.ts';
import type { Step } from '#shared/meeting/step.ts';
import { useOpened } from '../../../app/opened.ts';
import { useTakenAway } from '../../../plan/list/useTakenAway.tsx';
import { PeekNotice } from '../../PeekNotice.tsx';
import { fromTheTop } from '../from-the-top.ts';
import { OpenGoal } from '../OpenGoal.tsx';
import { endLook, useLook } from '../useLook.ts';
import { goToGap } from './go-to-gap.ts';
import { LeadCard } from './LeadCard.tsx';
import styles from './LeadNow.module.css';
import { LEAD_PANELS } from './lead-panels.tsx';

export interface LeadNowProps {
  step: Step;
  /** What everybody is told there. */
  children: ReactNode;
}

/** The step for who leads from a phone: what leads the round, and the forms that a laptop has in its middle. */
export function LeadNow({ step, children }: LeadNowProps) {
  const look = useLook();
  const goal = useOpened('goal');
  const [backAt, setBackAt] = useState<number | null>(null);
  const [takenAway, setTaken] = useTakenAway('goals');
  const shown = look === null ? step : stepOf(look);
  const Panel = LEAD_PANELS[shown.desk.panel];
  const onGap = (gap: Gap, at: number): void => {
    setBackAt(at);
    goToGap(gap);
  };
  if (goal !== null) {
    return <OpenGoal id={goal} onTaken={setTaken} />;
  }
  return (
    <>
      {look === null ? (
        <LeadCard />
      ) : (
        <div className={styles['look']} ref={fromTheTop}>
          <PeekNotice phase={look} onBack={endLook} />
        </div>
      )}
      {children}
      {takenAway}
      <Panel step={shown} onGap={onGap} backAt={backAt} />
    </>
  );
}
