import type { MeetingPhase } from '#shared/domain/codes.ts';
import { useT, useView } from '../app/context.ts';
import { Button } from '../ui/controls/Button.tsx';
import { Eye } from '../ui/icons.ts';
import styles from './PeekNotice.module.css';
import { phaseName } from './phase-name.ts';

/** This screen looks at another step than the round; one press goes back. */
export function PeekNotice({ phase, onBack }: { phase: MeetingPhase; onBack(): void }) {
  const t = useT();
  const view = useView();
  const name = (which: MeetingPhase): string => phaseName(which, view.meeting.childName, t);
  return (
    <p className={styles['peek']} role="status" data-testid="peek">
      <Eye />
      <span>{t('table.peek', { phase: name(phase) })}</span>
      <Button size="small" onClick={onBack} data-testid="peek-back">
        {t('table.peek_back', { phase: name(view.phase) })}
      </Button>
    </p>
  );
}
