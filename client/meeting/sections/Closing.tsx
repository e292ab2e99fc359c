import { type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { type Gap, gapsOf } from '#shared/meeting/gaps.ts';
import { usePlan, useT, useView } from '../../app/context.ts';
import { later } from '../../app/later.ts';
import { withClosingTexts } from '../../app/locales.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { ArrowRight, Check } from '../../ui/icons.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import page from '../Page.module.css';
import { Attendance } from '../people/Attendance.tsx';
import { useCommands } from '../useCommands.ts';
import styles from './Closing.module.css';

const LengthNotice = later(() =>
  withClosingTexts(import('../../protocol/read/LengthNotice.tsx')).then(({ LengthNotice }) => LengthNotice),
);

export interface ClosingProps {
  /** Goes where a gap can be closed. */
  onGap(gap: Gap, at: number): void;
  /** One comes back from there: which in the list it was. What stands there now takes the focus. */
  backAt: number | null;
}

/** Before reading together: what is still open, with a way there. Nothing blocks. */
export function Closing(props: ClosingProps) {
  const t = useT();
  const { me } = useView();
  useEffect(() => {
    // What comes next is loaded before it is needed; if that fails it is loaded then.
    withClosingTexts(import('../../protocol/read/ProtocolPane.tsx')).catch(() => undefined);
  }, []);
  return (
    <article className={page['paper']} data-testid="closing">
      <h2 className={page['title']}>{t('table.closing.title')}</h2>
      <Gaps {...props} />
      {leads(me.role) ? <Attendance /> : null}
      {leads(me.role) ? <Freeze /> : <p className={page['lead']}>{t('table.closing.wait')}</p>}
    </article>
  );
}

function Gaps({ onGap, backAt }: ClosingProps) {
  const t = useT();
  const { meeting } = useView();
  const gaps = gapsOf(usePlan(), meeting.date);
  const list = useGoOnAt(backAt);
  return gaps.length === 0 ? (
    <p className={styles['complete']}>
      <Check />
      {t('table.closing.complete')}
    </p>
  ) : (
    <>
      <p className={page['lead']}>{t('table.closing.lead')}</p>
      <ul ref={list} className={styles['gaps']} data-testid="gaps">
        {gaps.map((gap, at) => (
          <GapRow key={gap.kind === 'goal' ? gap.goalId : gap.kind} gap={gap} onGo={() => onGap(gap, at)} />
        ))}
      </ul>
    </>
  );
}

/** Once, when the list comes: what others close later takes nobody's focus. */
function useGoOnAt(backAt: number | null): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  const [at] = useState(backAt);
  useEffect(() => {
    const buttons = at === null ? [] : [...(list.current?.querySelectorAll('button') ?? [])];
    const button = buttons[Math.min(at ?? 0, buttons.length - 1)];
    button?.scrollIntoView({ block: 'center' });
    button?.focus({ preventScroll: true });
  }, [at]);
  return list;
}

function GapRow({ gap, onGo }: { gap: Gap; onGo(): void }) {
  const t = useT();
  const { meeting } = useView();
  return (
    <li className={styles['gap']}>
      <span>
        <span className={styles['what']}>
          {gap.kind === 'goal' ? <GoalOf gap={gap} /> : gapWords(gap, meeting.childName, t)}
        </span>
        {gap.kind === 'goal' ? (
          <span className={styles['missing']}>
            {gap.missing.map((missing) => t(`table.closing.missing.${missing}`)).join(' · ')}
          </span>
        ) : null}
      </span>
      <Button
        size="small"
        variant="quiet"
        iconEnd={<ArrowRight />}
        onClick={onGo}
        data-testid={`gap-${gap.kind === 'goal' ? gap.number : gap.kind}`}
      >
        {t('table.closing.go')}
      </Button>
    </li>
  );
}

function GoalOf({ gap: { number, sentence } }: { gap: Extract<Gap, { kind: 'goal' }> }) {
  const t = useT();
  return (
    <>
      {number} <span {...ofPlan(sentence)}>{sentence || t('outline.empty_sentence')}</span>
    </>
  );
}

function gapWords(gap: Exclude<Gap, { kind: 'goal' }>, childName: string, t: Translate): string {
  return gap.kind === 'advice'
    ? t('table.closing.advice', { count: gap.count })
    : t(`table.closing.${gap.kind}`, { name: childName });
}

function Freeze() {
  const t = useT();
  const commands = useCommands();
  return (
    <div className={styles['freeze']}>
      <Suspense fallback={null}>
        <LengthNotice />
      </Suspense>
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
