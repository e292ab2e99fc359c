import { type ReactNode, useEffect, useState } from 'react';
import { CLOSE } from '#shared/wire/close.ts';
import { useSession, useStore, useT } from '../app/context.ts';
import { Button } from '../ui/controls/Button.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { VisuallyHidden } from '../ui/text/VisuallyHidden.tsx';
import { quotaLine } from './quota-line.ts';
import { RefusedBox } from './refused/RefusedBox.tsx';
import type { SaveState } from './types.ts';
import './session.css';

const BACK_SHOWN_MS = 4_000;

/**
 * What everybody at the table is told about the connection: lost, back, ended, the room
 * that is left, and the box of what was not taken over. It pushes the table down and never covers it.
 * @param children what is told beside these, above them
 */
export function SessionNotices({ children }: { children?: ReactNode }) {
  const save = useStore(useSession().save);
  const isBack = useJustBack(save.kind);
  return (
    <>
      <ConnectionSaid save={save} isBack={isBack} />
      <div className="session-strip">
        {children}
        <ConnectionNotice save={save} isBack={isBack} />
        <QuotaNotice />
        <RefusedBox />
      </div>
    </>
  );
}

function ConnectionNotice({ save, isBack }: { save: SaveState; isBack: boolean }) {
  const t = useT();
  if (save.kind === 'offline') {
    return (
      <Notice tone="warn" announce="none">
        {t('save.offline')} {save.pending > 0 ? t('save.offline_waiting', { count: save.pending }) : null}
      </Notice>
    );
  }
  if (save.kind === 'closed') {
    const isOutdated = save.code === CLOSE.outdated.code;
    return (
      <Notice
        tone={isOutdated ? 'info' : 'warn'}
        announce="none"
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
  return isBack ? <Notice announce="none">{t('save.back')}</Notice> : null;
}

/**
 * The same for screen readers: only that it is lost, back or ended. How many changes wait is shown and
 * not said, since it changes while one goes on writing.
 */
function ConnectionSaid({ save, isBack }: { save: SaveState; isBack: boolean }) {
  const t = useT();
  const closed = (code: number | undefined) =>
    t(code === CLOSE.outdated.code ? 'ui.new_version' : 'save.closed');
  return (
    <VisuallyHidden>
      <span role="status" data-testid="connection">
        {save.kind === 'offline' ? t('save.offline') : null}
        {save.kind === 'closed' ? closed(save.code) : null}
        {isBack ? t('save.back') : null}
      </span>
    </VisuallyHidden>
  );
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
