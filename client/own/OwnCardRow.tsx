import { type KeyboardEvent, useRef } from 'react';
import { cardText, type OwnCard } from '#shared/documents/own/cards.ts';
import { useStore, useT } from '../app/context.ts';
import { close, open, useOpened } from '../app/opened.ts';
import { SharedTextField } from '../plan/fields/SharedTextField.tsx';
import type { OpenDocument } from '../session/types.ts';
import { Button } from '../ui/controls/Button.tsx';
import { Eye, Trash2 } from '../ui/icons.ts';
import { planWords } from '../ui/text/in-parts.ts';
import { CardSign } from './CardSign.tsx';
import styles from './Own.module.css';
import { usePlaceOf } from './place.ts';
import { Spoken } from './Spoken.tsx';
import { useFocusStays } from './useFocusStays.ts';
import type { Showing } from './useShowing.ts';
import { useWhoSees } from './useWhoSees.ts';

export interface OwnCardRowProps {
  own: OpenDocument;
  card: OwnCard;
  /** Made just now: one writes in it at once. */
  isNew: boolean;
  /** The plan is open: what is shown can go there. */
  canShow: boolean;
  showing: Showing;
  onPutAway(): void;
}

/** One private card: its words, and the two things that can be done with it. */
export function OwnCardRow({ own, card, isNew, canShow, showing, onPutAway }: OwnCardRowProps) {
  const t = useT();
  const doc = useStore(own.doc);
  const asks = useOpened('asks') === card.id;
  const words = card.text.trim();
  const kind = t(`own.kind.${card.kind}`);
  const shows = useRef<HTMLButtonElement>(null);
  useFocusStays(shows, asks);
  return (
    <li className={styles['card']} data-testid="own-card">
      <p className={styles['kind']}>
        <CardSign kind={card.kind} />
        {kind}
      </p>
      <SharedTextField
        bare
        text={cardText(doc, card.id)}
        label={t('own.words', { kind })}
        placeholder={t(`own.start.${card.kind}`)}
        autoFocus={isNew}
        className={styles['words']}
        testId="own-words"
      />
      {asks ? (
        <Asks
          card={card}
          busy={showing.busy}
          onNo={() => close('asks')}
          onYes={() => void showing.show(card.id).then(() => close('asks'))}
        />
      ) : (
        <div className={styles['actions']}>
          {words !== '' && canShow ? (
            <Button
              ref={shows}
              size="small"
              icon={<Eye />}
              onClick={() => open('asks', card.id)}
              data-testid="own-show"
            >
              <Spoken shown={t('own.show')} spoken={t('own.show_what', { words: planWords(words) })} />
            </Button>
          ) : null}
          <Button
            size="small"
            variant="quiet"
            icon={<Trash2 />}
            onClick={onPutAway}
            data-testid="own-put-away"
          >
            {words === '' ? (
              t('own.put_away')
            ) : (
              <Spoken
                shown={t('own.put_away')}
                spoken={t('own.put_away_what', { words: planWords(words) })}
              />
            )}
          </Button>
        </div>
      )}
    </li>
  );
}

interface AsksProps {
  card: OwnCard;
  busy: boolean;
  onNo(): void;
  onYes(): void;
}

/** Says who will see it before anybody does; the answer that changes nothing comes first. */
function Asks({ card, busy, onNo, onYes }: AsksProps) {
  const t = useT();
  const who = useWhoSees(usePlaceOf(card));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !busy) {
      // What lies around it stays open.
      event.stopPropagation();
      onNo();
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question in place, no group of fields.
    <div
      role="group"
      aria-label={who}
      onKeyDown={onKeyDown}
      className={styles['asks']}
      data-testid="own-asks"
    >
      <p>{who}</p>
      <div className={styles['actions']}>
        <Button size="small" autoFocus onClick={onNo} data-testid="own-show-no">
          {t('own.show_no')}
        </Button>
        <Button size="small" variant="primary" busy={busy} onClick={onYes} data-testid="own-show-yes">
          {t('own.show_yes')}
        </Button>
      </div>
    </div>
  );
}
