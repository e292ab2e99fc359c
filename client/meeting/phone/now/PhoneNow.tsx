import { useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import { stepOf } from '#shared/meeting/agenda.ts';
import { useT, useView } from '../../../app/context.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { MessageCircle } from '../../../ui/icons.ts';
import { phaseName } from '../../phase-name.ts';
import { LeadNow } from '../leading.ts';
import styles from './Now.module.css';
import { PHONE_PANELS } from './panels.tsx';
import { useShownStep } from './useShownStep.ts';

/** The one task of the current step; who leads has the forms of a laptop. */
export function PhoneNow() {
  const { me, phase } = useView();
  const { shown, place, goAlong } = useShownStep();
  const step = stepOf(shown);
  const [first] = useState(shown);
  const Panel = PHONE_PANELS[step.phone.panel];
  return (
    <div ref={place} className={styles['now']} data-testid="phone-now">
      {leads(me.role) ? (
        <LeadNow step={step}>
          <MyTurn />
        </LeadNow>
      ) : (
        <>
          <MyTurn />
          <Panel step={step} hasBegun={shown !== first} />
        </>
      )}
      {shown === phase ? null : <GoneOn onGo={goAlong} />}
    </div>
  );
}

function MyTurn() {
  const t = useT();
  const { me, turn } = useView();
  return turn !== null && turn === me.person?.id ? (
    <p className={styles['turn']} data-testid="my-turn">
      <MessageCircle />
      {t('table.your_turn')}
    </p>
  ) : null;
}

/** Said below what one writes, so that nothing moves under the fingers. */
function GoneOn({ onGo }: { onGo(): void }) {
  const t = useT();
  const { meeting, phase } = useView();
  return (
    <div className={styles['goneOn']} data-testid="gone-on">
      <p>{t('table.now.gone_on', { phase: phaseName(phase, meeting.childName, t) })}</p>
      <Button size="small" onClick={onGo}>
        {t('table.now.go_along')}
      </Button>
    </div>
  );
}
