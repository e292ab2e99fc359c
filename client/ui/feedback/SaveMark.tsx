import { useT } from '../../app/context.ts';
import type { SaveState } from '../../session/types.ts';
import { cx } from '../cx.ts';
import { Check, Clock, TriangleAlert, Unplug } from '../icons.ts';
import styles from './SaveMark.module.css';

/**
 * Whether everything is on the server, in words. `saved` is shown only when the server has said so.
 * It changes with every letter, so it is read and never announced: what is lost and back is told by
 * `SessionNotices`, what was refused by its box.
 */
export function SaveMark({ state }: { state: SaveState }) {
  const t = useT();
  switch (state.kind) {
    case 'saved':
      return <Mark icon={<Check className={styles['ok']} />} text={t('save.saved')} />;
    case 'saving':
      return <Mark icon={<Clock />} text={t('save.saving')} />;
    case 'draft':
      return <Mark icon={<Clock />} text={t('save.draft')} />;
    case 'offline':
      return <Mark icon={<Unplug />} text={t('save.offline_short')} tone="warn" />;
    case 'refused':
      return <Mark icon={<TriangleAlert />} text={t('save.refused', { count: state.count })} tone="err" />;
    case 'closed':
      return <Mark icon={<Unplug />} text={t('save.closed')} tone="warn" />;
  }
}

interface MarkProps {
  icon: React.ReactNode;
  text: string;
  tone?: 'warn' | 'err';
}

function Mark({ icon, text, tone }: MarkProps) {
  return (
    <span className={cx(styles['mark'], tone && styles[tone])}>
      {icon}
      {text}
    </span>
  );
}
