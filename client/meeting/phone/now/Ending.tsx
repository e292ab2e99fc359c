import { leads } from '#shared/access/parts.ts';
import { type Goal, withoutEndedSteps } from '#shared/documents/plan/goals.ts';
import { usePlan, useT, useView } from '../../../app/context.ts';
import { later } from '../../../app/later.ts';
import { isOpenStep } from '../../../plan/words/steps.ts';
import { ofPlan } from '../../../ui/text/of-plan.ts';
import phone from '../Phone.module.css';
import { isMine } from '../PhoneSteps.tsx';
import { Calm } from './Calm.tsx';
import styles from './Now.module.css';

// Only for who leads.
const Closing = later(() => import('../../sections/Closing.tsx').then(({ Closing }) => Closing));

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

/** What is still to be done by oneself, and where one helps: the same steps as under "Meine Schritte". */
function OwnSteps() {
  const t = useT();
  const { goals } = usePlan();
  const { me } = useView();
  const mine = withoutEndedSteps(goals).filter((goal) => isMine(goal, me.person?.id) && isOpenStep(goal));
  const own = mine.filter(({ responsible }) => responsible === me.person?.id);
  return (
    <>
      <Steps title={t('table.now.your_steps')} steps={own} />
      <Steps title={t('phone.helping')} steps={mine.filter((step) => !own.includes(step))} />
    </>
  );
}

function Steps({ title, steps }: { title: string; steps: readonly Goal[] }) {
  return steps.length === 0 ? null : (
    <>
      <h3 className={phone['small']}>{title}</h3>
      <ul className={phone['plainList']}>
        {steps.map(({ id, sentence }) => (
          <li key={id} {...ofPlan(sentence)}>
            {sentence}
          </li>
        ))}
      </ul>
    </>
  );
}
