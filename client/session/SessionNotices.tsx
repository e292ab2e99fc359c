import { type ReactNode, useEffect, useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import { CLOSE } from '#shared/wire/close.ts';
import { useLanguage, useSession, useStore, useT, useView } from '../app/context.ts';
import { formatList } from '../app/format.ts';
import { Button } from '../ui/controls/Button.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { VisuallyHidden } from '../ui/text/VisuallyHidden.tsx';
import { useIsTyping } from '../ui/useIsTyping.ts';
import { quotaLine } from './quota-line.ts';
import { RefusedBox } from './refused/RefusedBox.tsx';
import type { SaveState } from './types.ts';
import './session.css';

const BACK_SHOWN_MS = 4_000;
const LOOK_EVERY_MS = 1_000;

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
      <QuotaSaid />
      <div className="session-strip">
        {children}
        <ConnectionNotice save={save} isBack={isBack} />
        <QuotaNotice />
        <LostElsewhere />
        <RefusedBox />
      </div>
    </>
  );
}

function ConnectionNotice({ save, isBack }: { save: SaveState; isBack: boolean }) {
  const t = useT();
  const offline = useOfflineWords();
  if (save.kind === 'offline') {
    return (
      <Notice tone="warn" announce="none">
        {offline} {save.pending > 0 ? t('save.offline_waiting', { count: save.pending }) : null}
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
        {t(closedWords(save.code))}
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
  const offline = useOfflineWords();
  return (
    <VisuallyHidden>
      <span role="status" data-testid="connection">
        {save.kind === 'offline' ? offline : null}
        {save.kind === 'closed' ? t(closedWords(save.code)) : null}
        {isBack ? t('save.back') : null}
      </span>
    </VisuallyHidden>
  );
}

function closedWords(code: number | undefined) {
  switch (code) {
    case CLOSE.outdated.code:
      return 'ui.new_version';
    case CLOSE.restored.code:
      return 'restored.closed';
    default:
      return 'save.closed';
  }
}

/** Who leads learns on whose pages words stand that the server lost. */
function LostElsewhere() {
  const t = useT();
  const session = useSession();
  const { role } = useView().me;
  const { locale } = useLanguage();
  const others = useStore(session.others);
  const names = new Set(
    [...others.values()].filter(({ holdsLost }) => holdsLost).map(({ user }) => user.name),
  );
  return names.size > 0 && leads(role) ? (
    <Notice tone="warn" announce="status">
      {t('restored.elsewhere', { names: formatList([...names], locale) })}
    </Notice>
  ) : null;
}

/** Says what is nearly full or full, and what makes room. */
function QuotaNotice() {
  const t = useT();
  const line = useQuotaLine();
  return line ? (
    <Notice tone={line.isFull ? 'warn' : 'info'} announce="none">
      {t(line.key)}
    </Notice>
  ) : null;
}

/** The same for screen readers. It is their own typing that fills a plan: it waits for a pause. */
function QuotaSaid() {
  const t = useT();
  const line = useQuotaLine();
  const isTyping = useIsTyping();
  const [said, setSaid] = useState('');
  const words = line ? t(line.key) : '';
  useEffect(() => {
    const say = (): void => {
      if (!isTyping()) {
        setSaid(words);
        clearInterval(timer);
      }
    };
    const timer = setInterval(say, LOOK_EVERY_MS);
    say();
    return () => clearInterval(timer);
  }, [words, isTyping]);
  return (
    <VisuallyHidden>
      <span role="status" data-testid="quota">
        {said}
      </span>
    </VisuallyHidden>
  );
}

function useQuotaLine() {
  return quotaLine(useStore(useSession().plan.wire));
}

/**
 * True for a while after everything has arrived again; never before the server has said so. Where something
 * was not taken over, or is not entered, not everything has arrived: then it is over without a word.
 */
function useJustBack(kind: SaveState['kind']): boolean {
  const [wasLost, setWasLost] = useState(false);
  const isBack = wasLost && kind === 'saved';
  if (kind === 'offline' && !wasLost) {
    setWasLost(true);
  }
  if (wasLost && (kind === 'refused' || kind === 'draft')) {
    setWasLost(false);
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

/** What is said while the connection is lost: once the plan is closed nobody writes, and nothing is sent by itself. */
function useOfflineWords(): string {
  const t = useT();
  const state = useStore(useSession().plan.wire)?.state ?? 'open';
  return t(state === 'open' ? 'save.offline' : 'save.offline_reading');
}
