import { type Goal, withoutEndedSteps } from '#shared/documents/plan/goals.ts';
import { usePlan, useT, useView } from '../../../app/context.ts';
import { isOpenStep } from '../../../plan/words/steps.ts';
import { ofPlan } from '../../../ui/text/of-plan.ts';
import phone from '../Phone.module.css';
import { isMine } from '../PhoneSteps.tsx';
import { Calm } from './Calm.tsx';
import styles from './Now.module.css';

/** Before reading together: what happens now, and one's own steps. */
export function Ending() {
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
