import { leads } from '#shared/access/parts.ts';
import { stepOf } from '#shared/meeting/agenda.ts';
import { useT, useView } from '../../../app/context.ts';
import { MessageCircle } from '../../../ui/icons.ts';
import { LeadCard } from '../LeadCard.tsx';
import styles from './Now.module.css';
import { PHONE_PANELS } from './panels.tsx';

/** The one task of the current step. */
export function PhoneNow() {
  const t = useT();
  const { me, turn, phase } = useView();
  const step = stepOf(phase);
  const Panel = PHONE_PANELS[step.phone.panel];
  return (
    <div className={styles['now']} data-testid="phone-now">
      {leads(me.role) ? <LeadCard /> : null}
      {turn !== null && turn === me.person?.id ? (
        <p className={styles['turn']} data-testid="my-turn">
          <MessageCircle />
          {t('table.your_turn')}
        </p>
      ) : null}
      <Panel step={step} />
    </div>
  );
}
