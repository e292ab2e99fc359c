import { readShown } from '#shared/documents/plan/shown.ts';
import { useDoc, usePlan, useT, useView, useWritable } from '../app/context.ts';
import { Button } from '../ui/Button.tsx';
import { EyeOff } from '../ui/icons.ts';
import { CardSign } from './CardSign.tsx';
import styles from './Own.module.css';
import type { Showing } from './useShowing.ts';

/** What this person has shown and can take back. */
export function ShownCards({ showing }: { showing: Showing }) {
  const t = useT();
  const doc = useDoc();
  const { me } = useView();
  const canTakeBack = useWritable('goals');
  // The plan says when to read again.
  usePlan();
  const shown = me.person ? readShown(doc, me.person.id) : [];
  if (shown.length === 0) {
    return null;
  }
  return (
    <section className={styles['shown']} data-testid="own-shown">
      <h3>{t('own.shown')}</h3>
      <ul className={styles['cards']}>
        {shown.map(({ id, kind, text }) => (
          <li key={id} className={styles['seen']}>
            <p className={styles['kind']}>
              <CardSign kind={kind} />
              {t(`own.kind.${kind}`)}
            </p>
            <p dir="auto">{text}</p>
            {canTakeBack ? (
              <Button
                size="small"
                variant="quiet"
                icon={<EyeOff />}
                busy={showing.busy}
                aria-label={t('own.take_back_what', { words: text })}
                onClick={() => void showing.takeBack(id)}
                data-testid="own-take-back"
              >
                {t('own.take_back')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
