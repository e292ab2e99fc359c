import { useLanguage, useT } from '../../app/context.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { saidOf } from '../said.ts';
import type { Said } from './decision.ts';
import styles from './SignPage.module.css';

/** Exactly what is, or will be, written beside the version for one person. */
export function SaidCard({
  title,
  name,
  said,
  testId,
}: {
  title: string;
  name: string;
  said: Said;
  testId: string;
}) {
  const t = useT();
  const { locale } = useLanguage();
  return (
    <div className={styles['said']} data-testid={testId}>
      <p className={styles['small']}>{title}</p>
      <p>{t('signing.exact_text', { name, said: saidOf(said, t, locale) })}</p>
      {said.remark ? (
        <p {...ofPlan(said.remark)} className={styles['words']}>
          {t('signing.exact_quote', { remark: said.remark })}
        </p>
      ) : null}
    </div>
  );
}
