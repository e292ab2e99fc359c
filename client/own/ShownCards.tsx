import { cardMap, type OwnCard, readShown } from '#shared/documents/own/cards.ts';
import { usePlan, useStore, useT } from '../app/context.ts';
import type { OpenDocument } from '../session/types.ts';
import { Button } from '../ui/controls/Button.tsx';
import { EyeOff } from '../ui/icons.ts';
import { planWords } from '../ui/text/in-parts.ts';
import { ofPlan } from '../ui/text/of-plan.ts';
import { CardSign } from './CardSign.tsx';
import styles from './Own.module.css';
import { wordsInPlan } from './place.ts';
import { Spoken } from './Spoken.tsx';
import type { Showing } from './useShowing.ts';

export interface ShownCardsProps {
  cards: readonly OwnCard[];
  /** The plan is open: what was shown can be taken back. */
  canTakeBack: boolean;
  showing: Showing;
  own: OpenDocument;
}

/** What this person has shown, and the way back. */
export function ShownCards({ cards, canTakeBack, showing, own }: ShownCardsProps) {
  const t = useT();
  if (cards.length === 0) {
    return null;
  }
  return (
    <section className={styles['shown']} data-testid="own-shown">
      <h3>{t('own.shown')}</h3>
      <ul className={styles['cards']}>
        {cards.map((card) => (
          <Shown key={card.id} {...{ card, own, canTakeBack, showing }} />
        ))}
      </ul>
    </section>
  );
}

interface ShownProps extends Omit<ShownCardsProps, 'cards'> {
  card: OwnCard;
}

/** A card that was shown, with the words that stand in the plan by now, whoever has written there. */
function Shown({ card: { id, kind, text: shown }, own, canTakeBack, showing }: ShownProps) {
  const t = useT();
  const doc = useStore(own.doc);
  const words = wordsInPlan(usePlan(), id);
  const record = cardMap(doc).get(id);
  // The version before has put it among the words of all, where it cannot be told apart.
  const isAmongOthers = record !== undefined && readShown(record)?.inParagraphs === true;
  const text = words ?? shown;
  return (
    <li className={styles['seen']}>
      <p className={styles['kind']}>
        <CardSign kind={kind} />
        {t(`own.kind.${kind}`)}
      </p>
      <p className={styles['said']} {...ofPlan(text)}>
        {text || t('outline.empty_sentence')}
      </p>
      {words === null && !isAmongOthers ? <p className={styles['lead']}>{t('own.off_table')}</p> : null}
      {canTakeBack ? (
        <Button
          size="small"
          variant="quiet"
          icon={<EyeOff />}
          busy={showing.busy}
          onClick={() => void showing.takeBack(id)}
          data-testid="own-take-back"
        >
          <Spoken shown={t('own.take_back')} spoken={t('own.take_back_what', { words: planWords(text) })} />
        </Button>
      ) : null}
    </li>
  );
}
