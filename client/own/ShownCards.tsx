import type { OwnCard } from '#shared/documents/own/cards.ts';
import { useT } from '../app/context.ts';
import { Button } from '../ui/controls/Button.tsx';
import { EyeOff } from '../ui/icons.ts';
import { CardSign } from './CardSign.tsx';
import styles from './Own.module.css';
import type { Showing } from './useShowing.ts';

export interface ShownCardsProps {
  cards: readonly OwnCard[];
  /** The plan is open: what was shown can be taken back. */
  canTakeBack: boolean;
  showing: Showing;
}

/** What this person has shown, and the way back. */
export function ShownCards({ cards, canTakeBack, showing }: ShownCardsProps) {
  const t = useT();
  if (cards.length === 0) {
    return null;
  }
  return (
    <section className={styles['shown']} data-testid="own-shown">
      <h3>{t('own.shown')}</h3>
      <ul className={styles['cards']}>
        {cards.map(({ id, kind, text }) => (
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
