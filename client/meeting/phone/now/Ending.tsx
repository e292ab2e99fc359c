import { leads } from '#shared/access/parts.ts';
import { flatten } from '#shared/documents/plan/goals.ts';
import { usePlan, useT, useView } from '../../../app/context.ts';
import { Closing } from '../../sections/Closing.tsx';
import phone from '../Phone.module.css';
import { Calm } from './Calm.tsx';
import styles from './Now.module.css';

/** Before reading together: who leads sees what is open, the others what happens now. */
export function Ending() {
  const { me } = useView();
  return leads(me.role) ? <Closing /> : <Last />;
}

/** What happens now, and one's own steps. */
function Last() {
  const t = useT();
  const { meeting } = useView();
  return (
    <Calm text={t('table.now.closing')}>
      <ol className={styles['next']}>
        <li>{t('table.now.closing_read', { name: meeting.facilitator.name })}</li>
        <li>{t('table.now.closing_decide')}</li>
        <li>{t('table.now.closing_say')}</li>
      </ol>
      <OwnSteps />
    </Calm>
  );
}

function OwnSteps() {
  const t = useT();
  const { goals } = usePlan();
  const { me } = useView();
  const steps = flatten(goals).filter(
    ({ depth, responsible, status }) =>
      depth === 2 && responsible !== null && responsible === me.person?.id && status !== 'erledigt',
  );
  return steps.length === 0 ? null : (
    <>
      <h3 className={phone['small']}>{t('table.now.your_steps')}</h3>
      <ul className={phone['plainList']}>
        {steps.map(({ id, sentence }) => (
          <li key={id} dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
    </>
  );
}
