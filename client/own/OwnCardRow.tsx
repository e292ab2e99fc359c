import { cardText, type OwnCard } from '#shared/documents/own/cards.ts';
import { useStore, useT } from '../app/context.ts';
import { close, open, useOpened } from '../app/opened.ts';
import { SharedTextField } from '../plan/fields/SharedTextField.tsx';
import type { OpenDocument } from '../session/types.ts';
import { Button } from '../ui/controls/Button.tsx';
import { Eye, Trash2 } from '../ui/icons.ts';
import { CardSign } from './CardSign.tsx';
import styles from './Own.module.css';
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
          busy={showing.busy}
          onNo={() => close('asks')}
          onYes={() => void showing.show(card.id).then(() => close('asks'))}
        />
      ) : (
        <div className={styles['actions']}>
          {words !== '' && canShow ? (
            <Button
              size="small"
              icon={<Eye />}
              aria-label={t('own.show_what', { words })}
              onClick={() => open('asks', card.id)}
              data-testid="own-show"
            >
              {t('own.show')}
            </Button>
          ) : null}
          <Button
            size="small"
            variant="quiet"
            icon={<Trash2 />}
            aria-label={words === '' ? undefined : t('own.put_away_what', { words })}
            onClick={onPutAway}
            data-testid="own-put-away"
          >
            {t('own.put_away')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Says who will see it before anybody does; the answer that changes nothing comes first. */
function Asks({ busy, onNo, onYes }: { busy: boolean; onNo(): void; onYes(): void }) {
  const t = useT();
  const who = useWhoSees();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question in place, no group of fields.
    <div role="group" aria-label={who} className={styles['asks']} data-testid="own-asks">
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
