import { useRef, useState } from 'react';
import {
  addCard,
  CARD_KINDS,
  type CardKind,
  type OwnCard,
  removeCard,
  restoreCard,
} from '#shared/documents/own/cards.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useSession, useStore, useT, useView } from '../app/context.ts';
import type { OpenDocument } from '../session/types.ts';
import { Button } from '../ui/controls/Button.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { Trouble } from '../ui/feedback/Trouble.tsx';
import { InBoth } from '../ui/text/InBoth.tsx';
import { inParts, planWords } from '../ui/text/in-parts.ts';
import { useOnePress } from '../ui/useOnePress.ts';
import { CardSign } from './CardSign.tsx';
import styles from './Own.module.css';
import { OwnCardRow } from './OwnCardRow.tsx';
import { usePlaceOf } from './place.ts';
import { ShownCards } from './ShownCards.tsx';
import { useFocusStays } from './useFocusStays.ts';
import { useOwnCards } from './useOwnCards.ts';
import { type Showing, useShowing } from './useShowing.ts';

/** Cards that nobody else receives until their owner shows them. Nothing where nobody sits. */
export function OwnPanel() {
  const { own } = useSession();
  return own ? <Panel own={own} /> : null;
}

function Panel({ own }: { own: OpenDocument }) {
  const t = useT();
  const all = useOwnCards(own);
  const cards = all.filter(({ shown }) => shown === null);
  const showing = useShowing(own);
  const isOpen = useView().state === 'open';
  const [added, setAdded] = useState<string | null>(null);
  const [away, putAway] = usePutAway(own);
  const press = useOnePress();
  const place = useRef<HTMLDivElement>(null);
  useFocusStays(place, cards.length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: it takes the focus with a name, and is no group of fields.
    <div
      ref={place}
      role="group"
      aria-label={t('own.title')}
      tabIndex={-1}
      onClickCapture={press}
      className={styles['panel']}
      data-testid="own"
    >
      <p className={styles['lead']}>{t('own.lead')}</p>
      {cards.length === 0 ? <p className={styles['empty']}>{t('own.empty')}</p> : null}
      <ul className={styles['cards']} aria-label={t('own.cards')}>
        {cards.map((card) => (
          <OwnCardRow
            key={card.id}
            own={own}
            card={card}
            isNew={card.id === added}
            canShow={isOpen}
            showing={showing}
            onPutAway={() => putAway(card)}
          />
        ))}
      </ul>
      {away ? (
        <Notice
          actions={
            <Button size="small" onClick={away.back} data-testid="own-bring-back">
              {t('own.bring_back')}
            </Button>
          }
        >
          <span>
            <InBoth parts={inParts(t('own.is_away', { words: planWords(away.words) }))} />
          </span>
        </Notice>
      ) : null}
      <Trouble error={showing.trouble} />
      <p role="status" className={styles['done']}>
        <Done done={showing.done} cards={all} />
      </p>
      <AddCard own={own} onAdded={setAdded} />
      {isOpen ? null : <p className={styles['lead']}>{t('own.plan_closed')}</p>}
      <ShownCards
        cards={all.filter(({ shown }) => shown !== null)}
        canTakeBack={isOpen}
        showing={showing}
        own={own}
      />
    </div>
  );
}

/** What was done last; of what was shown also where it stands now. */
function Done({ done, cards }: { done: Showing['done']; cards: readonly OwnCard[] }) {
  const card = cards.find(({ id }) => id === done?.id);
  const t = useT();
  if (done?.what === 'shown' && card) {
    return <Stands card={card} />;
  }
  return done?.what === 'back' ? t('own.is_back') : null;
}

function Stands({ card }: { card: OwnCard }) {
  return useT()('own.is_shown', { place: usePlaceOf(card).words });
}

/** One press makes the card, so that its first letter is kept like every other. */
function AddCard({ own, onAdded }: { own: OpenDocument; onAdded(id: string): void }) {
  const t = useT();
  const doc = useStore(own.doc);
  const ready = useStore(own.ready);
  const add = (kind: CardKind) => () => onAdded(addCard(doc, { kind }, ORIGIN.list));
  return (
    <fieldset className={styles['add']} disabled={!ready}>
      <legend>{t('own.add')}</legend>
      {CARD_KINDS.map((kind) => (
        <Button
          key={kind}
          size="small"
          icon={<CardSign kind={kind} />}
          onClick={add(kind)}
          data-testid={`own-add-${kind}`}
        >
          {t(`own.kind.${kind}`)}
        </Button>
      ))}
    </fieldset>
  );
}

/** Puts cards away and offers the way back: for the last one, then for the one before it. */
function usePutAway(own: OpenDocument): [{ words: string; back(): void } | null, (card: OwnCard) => void] {
  const doc = useStore(own.doc);
  const { me } = useView();
  const [away, setAway] = useState<readonly OwnCard[]>([]);
  const last = away.at(-1);
  const putAway = (card: OwnCard): void => {
    removeCard(doc, card.id, me.person?.id ?? '', ORIGIN.list);
    if (card.text.trim() !== '') {
      setAway([...away, card]);
    }
  };
  const back = (id: string) => (): void => {
    restoreCard(doc, id, ORIGIN.list);
    setAway(away.slice(0, -1));
  };
  return [last ? { words: last.text, back: back(last.id) } : null, putAway];
}
