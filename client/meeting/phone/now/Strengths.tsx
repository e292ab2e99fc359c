import { usePlan, useT, useView } from '../../../app/context.ts';
import { AddResource } from '../../../plan/list/AddResource.tsx';
import { ofPlan } from '../../../ui/text/of-plan.ts';
import phone from '../Phone.module.css';
import { Asks } from './Asks.tsx';

/** What one is good at and who helps: a line to add, and one's own so far. What one answers is one's own. */
export function Strengths() {
  const t = useT();
  const { resources } = usePlan();
  const { me } = useView();
  const mine = resources.filter(({ owner }) => owner !== null && owner === me.person?.id);
  return (
    <>
      <Asks />
      <h2 className={phone['question']}>{t('table.now.strengths')}</h2>
      <div className={phone['adder']}>
        <AddResource owner={me.person?.id ?? null} />
      </div>
      {mine.length === 0 ? null : (
        <>
          <h3 className={phone['small']}>{t('table.now.your_strengths')}</h3>
          <ul className={phone['plainList']}>
            {mine.map(({ id, title }) => (
              <li key={id} {...ofPlan(title)}>
                {title}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
