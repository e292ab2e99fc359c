import { useT } from '../../app/context.ts';
import { Button, IconButton } from '../../ui/controls/Button.tsx';
import { RotateCcw, X } from '../../ui/icons.ts';
import { InBoth } from '../../ui/text/InBoth.tsx';
import { inParts, planWords } from '../../ui/text/in-parts.ts';
import styles from './GoalTree.module.css';

export interface TakenAwayProps {
  sentence: string;
  onBack(): void;
  onClose(): void;
}

/** A card was just taken from the table; one press brings it back. */
export function TakenAway({ sentence, onBack, onClose }: TakenAwayProps) {
  const t = useT();
  const words = t('outline.taken_away', { sentence: planWords(sentence) || t('outline.empty_sentence') });
  return (
    <div className={styles['takenAway']} role="status" data-testid="taken-away">
      <p>
        <InBoth parts={inParts(words)} />
      </p>
      <Button size="small" icon={<RotateCcw />} onClick={onBack} data-testid="taken-away-back">
        {t('outline.bring_back')}
      </Button>
      <IconButton size="small" icon={<X />} label={t('outline.close')} onClick={onClose} />
    </div>
  );
}
