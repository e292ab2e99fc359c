import { type ReactNode, useEffect, useState } from 'react';
import { CLOSE } from '#shared/wire/close.ts';
import { useSession, useStore, useT } from '../app/context.ts';
import { Button } from '../ui/controls/Button.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { quotaLine } from './quota-line.ts';
import { RefusedBox } from './refused/RefusedBox.tsx';
import './session.css';

const BACK_SHOWN_MS = 4_000;

/**
 * What everybody at the table is told about the connection: lost, back, ended, the room
 * that is left, and the box of what was not taken over. It pushes the table down and never covers it.
 * @param children what is told beside these, above them
 */
export function SessionNotices({ children }: { children?: ReactNode }) {
  return (
    <div className="session-strip">
      {children}
      <ConnectionNotice />
      <QuotaNotice />
      <RefusedBox />
    </div>
  );
}

function ConnectionNotice() {
  const t = useT();
  const save = useStore(useSession().save);
  const isBack = useJustBack(save.kind);
  if (save.kind === 'offline') {
    return (
      <Notice tone="warn">
        {t('save.offline')} {save.pending > 0 ? t('save.offline_waiting', { count: save.pending }) : null}
      </Notice>
    );
  }
  if (save.kind === 'closed') {
    const isOutdated = save.code === CLOSE.outdated.code;
    return (
      <Notice
        tone={isOutdated ? 'info' : 'warn'}
        actions={
          <Button size="small" onClick={() => window.location.reload()}>
            {t('ui.reload')}
          </Button>
        }
      >
        {t(isOutdated ? 'ui.new_version' : 'save.closed')}
      </Notice>
    );
  }
  return isBack ? <Notice>{t('save.back')}</Notice> : null;
}

/** Says what is nearly full or full, and what makes room. */
function QuotaNotice() {
  const t = useT();
  const line = quotaLine(useStore(useSession().plan.wire));
  return line ? <Notice tone={line.isFull ? 'warn' : 'info'}>{t(line.key)}</Notice> : null;
}

/** True for a while after everything has arrived again; never before the server has said so. */
function useJustBack(kind: string): boolean {
  const [wasLost, setWasLost] = useState(false);
  const isBack = wasLost && kind === 'saved';
  if (kind === 'offline' && !wasLost) {
    setWasLost(true);
  }
  useEffect(() => {
    if (isBack) {
      const timer = setTimeout(() => setWasLost(false), BACK_SHOWN_MS);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [isBack]);
  return isBack;
}
