import { type ReactNode, useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import { setScale } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, useT, useView } from '../../app/context.ts';
import { personOf } from '../words/people.ts';
import { PersonChoice } from './fields.tsx';
import styles from './ScaleEntry.module.css';
import { ScalePicker } from './ScalePicker.tsx';

export interface ScaleEntryProps {
  goalId: string;
  scales: Readonly<Record<string, number>>;
  /** Their numbers of last time. */
  before: Readonly<Record<string, number>>;
  target: number | null;
  /** What stands below the numbers of a person. */
  legend?: ((personId: string, name: string) => ReactNode) | undefined;
  testId: string;
}

/** Whose number somebody may enter: who leads everybody's, who does not their own. */
function useWhose() {
  const { me, persons } = useView();
  const mine = me.person?.id ?? null;
  const [chosen, choose] = useState<string | null>(mine);
  const mayChoose = leads(me.role) && mine !== null;
  const whose = mayChoose ? chosen : mine;
  return { mine, whose, name: personOf({ persons }, whose)?.name ?? '', choose: mayChoose ? choose : null };
}

/**
 * A number belongs to its person and is given by them. Who leads enters it for somebody who cannot; both names
 * stand with it then, and the person is told.
 */
export function ScaleEntry({ goalId, scales, before, target, legend, testId }: ScaleEntryProps) {
  const t = useT();
  const doc = useDoc();
  const { mine, whose, name, choose } = useWhose();
  const isForOther = whose !== mine;
  return (
    <>
      {choose ? (
        <PersonChoice
          label={t('outline.scale_whose')}
          value={whose}
          onChange={choose}
          testId={`${testId}-who`}
        />
      ) : null}
      {whose === null || mine === null ? null : (
        <div>
          <ScalePicker
            compact
            label={isForOther ? t('outline.scale_for', { name }) : t('outline.scale_mine')}
            value={scales[whose] ?? null}
            before={before[whose] ?? null}
            target={target}
            onChange={(value) => setScale(doc, goalId, whose, value, ORIGIN.list, mine)}
            testId={testId}
          />
          {legend?.(whose, name)}
          {isForOther ? <p className={styles['told']}>{t('outline.scale_for_told', { name })}</p> : null}
        </div>
      )}
    </>
  );
}

/** Whose numbers somebody else has entered. */
export function EnteredBy({ scalesBy }: { scalesBy: Readonly<Record<string, string>> }) {
  const t = useT();
  const { persons } = useView();
  const nameOf = (id: string): string => personOf({ persons }, id)?.name ?? '';
  const entries = persons.filter(({ id }) => scalesBy[id] !== undefined);
  return entries.length === 0 ? null : (
    <ul className={styles['entered']}>
      {entries.map(({ id, name }) => (
        <li key={id}>{t('outline.scale_entered', { name, by: nameOf(scalesBy[id] ?? '') })}</li>
      ))}
    </ul>
  );
}
