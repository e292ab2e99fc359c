import { useT } from '../../app/context.ts';
import { Avatar, type Drawn } from '../../ui/display/Avatar.tsx';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import styles from './Quote.module.css';

export interface QuoteProps {
  /** Whose words these are; without it only the quotation marks tell. */
  person?: (Drawn & { name: string }) | null | undefined;
  text: string;
  /** Who has written them for somebody else: nobody says them then. */
  note?: string | undefined;
}

/** Somebody's own words: italic, in quotation marks, never in a box. */
export function Quote({ person, text, note }: QuoteProps) {
  const t = useT();
  return (
    <blockquote className={styles['quote']}>
      {person ? (
        <>
          <Avatar person={person} size="normal" />
          <VisuallyHidden>{t('ui.quote.says', { name: person.name })} </VisuallyHidden>
        </>
      ) : null}
      <div>
        <p {...ofPlan(text)}>{t('ui.quote.text', { text })}</p>
        {note ? <small>{note}</small> : null}
      </div>
    </blockquote>
  );
}
