import { useEffect } from 'react';
import { leads } from '#shared/access/parts.ts';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { usePlan, useT, useView } from '../../app/context.ts';
import { type Gap, gapsOf } from '../../plan/words/gaps.ts';
import { Button } from '../../ui/Button.tsx';
import { ArrowRight, Check } from '../../ui/icons.ts';
import { Trouble } from '../../ui/Trouble.tsx';
import page from '../Page.module.css';
import { Attendance } from '../people/Attendance.tsx';
import { useCommands } from '../useCommands.ts';
import styles from './Closing.module.css';

/** Where a gap can be closed. */
export interface Jump {
  phase?: MeetingPhase;
  goalId?: string;
}

/** Before reading together: what is still open, with a way there. Nothing blocks. */
export function Closing({ onJump }: { onJump?: (to: Jump) => void }) {
  const t = useT();
  const { me } = useView();
  const gaps = gapsOf(usePlan());
  useEffect(() => {
    // What comes next is loaded before it is needed; if that fails it is loaded then.
    import('../../protocol/read/ProtocolPane.tsx').catch(() => undefined);
  }, []);
  return (
    <article className={page['paper']} data-testid="closing">
      <h2 className={page['title']}>{t('table.closing.title')}</h2>
      {gaps.length === 0 ? (
        <p className={styles['complete']}>
          <Check />
          {t('table.closing.complete')}
        </p>
      ) : (
        <>
          <p className={page['lead']}>{t('table.closing.lead')}</p>
          <ul className={styles['gaps']} data-testid="gaps">
            {gaps.map((gap) => (
              <GapRow key={gap.kind === 'goal' ? gap.goalId : gap.kind} gap={gap} onJump={onJump} />
            ))}
          </ul>
        </>
      )}
      {leads(me.role) ? <Attendance /> : null}
      {leads(me.role) ? <Freeze /> : <p className={page['lead']}>{t('table.closing.wait')}</p>}
    </article>
  );
}

function GapRow({ gap, onJump }: { gap: Gap; onJump: ((to: Jump) => void) | undefined }) {
  const t = useT();
  return (
    <li className={styles['gap']}>
      <span>
        <span className={styles['what']}>{gapWords(gap, t)}</span>
        {gap.kind === 'goal' ? (
          <span className={styles['missing']}>
            {gap.missing.map((missing) => t(`table.closing.missing.${missing}`)).join(' · ')}
          </span>
        ) : null}
      </span>
      {onJump ? (
        <Button
          size="small"
          variant="quiet"
          iconEnd={<ArrowRight />}
          onClick={() => onJump(jumpTo(gap))}
          data-testid={`gap-${gap.kind === 'goal' ? gap.number : gap.kind}`}
        >
          {t('table.closing.go')}
        </Button>
      ) : null}
    </li>
  );
}

function gapWords(gap: Gap, t: Translate): string {
  switch (gap.kind) {
    case 'goal':
      return `${gap.number} ${gap.sentence || t('outline.empty_sentence')}`;
    case 'advice':
      return t('table.closing.advice', { count: gap.count });
    default:
      return t(`table.closing.${gap.kind}`);
  }
}

function jumpTo(gap: Gap): Jump {
  switch (gap.kind) {
    case 'goal':
      return gap.missing.some((missing) => missing === 'result' || missing === 'consequence')
        ? { goalId: gap.goalId, phase: 'rueckblick' }
        : { goalId: gap.goalId };
    case 'child_view':
      return { phase: 'sicht_kind' };
    case 'no_goals':
      return { phase: 'ziele' };
    default:
      return { phase: 'vereinbarungen' };
  }
}

function Freeze() {
  const t = useT();
  const commands = useCommands();
  return (
    <div className={styles['freeze']}>
      <Trouble error={commands.error} />
      <Button
        variant="primary"
        size="big"
        onClick={commands.freeze}
        busy={commands.busy}
        data-testid="freeze"
      >
        {t('table.closing.freeze')}
      </Button>
      <p className={page['quiet']}>{t('table.closing.freeze_hint')}</p>
    </div>
  );
}
