import { type FocusEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { SeatEvent, WaitingDevice } from '#shared/api/view.ts';
import { useLanguage, useT, useView } from '../../app/context.ts';
import { formatList } from '../../app/format.ts';
import { focusIsLost } from '../../app/keep-focus.ts';
import { useServerNow } from '../../protocol/decide/useNow.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import { useSteadyRows } from '../../ui/useSteadyRows.ts';
import styles from './AdmitStrip.module.css';
import { useTold } from './useTold.ts';
import { WaitingRow } from './WaitingRow.tsx';
import { isAside, nameOf, REMIND_MS, remindersOf } from './waiting.ts';

/**
 * Who waits outside. It pushes the columns down and never covers them. "Noch warten" puts one
 * aside on this screen; they stay in the lobby and in the line below. Rows keep their places while somebody
 * answers, so that a second press never lets in whoever stood below.
 */
export function AdmitStrip() {
  const t = useT();
  const { locale } = useLanguage();
  const { waiting, serverTime } = useView();
  const [notMe, seen] = useTold('notMe');
  const [turnedAway, seenTurnedAway] = useTold('turnedAway');
  const [aside, setAside] = useState<ReadonlyMap<string, number>>(new Map());
  const time = useServerNow(serverTime);
  const put = waiting.filter(({ deviceId }) => isAside(aside.get(deviceId), time));
  const now = waiting.filter((device) => !put.includes(device));
  const place = useRef<HTMLElement>(null);
  const wayOn = useWayOn(place, now.length);
  const { rows, list, around } = useSteadyRows<WaitingDevice, HTMLDivElement>(now, deviceOf);
  const isBrief = rows.length > MANY;
  if (waiting.length + rows.length + notMe.length + turnedAway.length === 0) {
    return null;
  }
  return (
    <section
      ref={place}
      {...wayOn}
      {...around}
      className={styles['strip']}
      aria-label={t('table.waiting')}
      data-testid="admit-strip"
    >
      <Reminder waiting={waiting} time={time} />
      {notMe.map((told) => (
        <Told key={told.participationId} what="not_me" told={told} onSeen={() => seen(told)} />
      ))}
      {turnedAway.map((told) => (
        <Told key={told.participationId} what="turned_away" told={told} onSeen={() => seenTurnedAway(told)} />
      ))}
      <div ref={list} className={styles['list']} data-many={isBrief || undefined}>
        {rows.map(({ id, item, isGone }) => (
          <WaitingRow
            key={id}
            device={item}
            brief={isBrief}
            isGone={isGone}
            onLater={() => setAside(new Map([...aside, [id, time]]))}
          />
        ))}
      </div>
      {put.length === 0 ? null : (
        <p className={styles['later']}>
          {t('table.waiting_later', {
            count: put.length,
            names: formatList(
              put.map((device) => nameOf(device, t)),
              locale,
            ),
          })}
          <Button size="small" variant="ghost" onClick={() => setAside(new Map())} data-testid="admit-again">
            {t('table.waiting_show')}
          </Button>
        </p>
      )}
    </section>
  );
}

const deviceOf = ({ deviceId }: WaitingDevice): string => deviceId;

interface ToldProps {
  what: 'not_me' | 'turned_away';
  told: SeatEvent;
  onSeen(): void;
}

const TEST_IDS = { not_me: 'not-me', turned_away: 'turned-away' } as const;

/** What happened to a seat before anybody came in, until who leads has seen it. */
function Told({ what, told: { person }, onSeen }: ToldProps) {
  const t = useT();
  return (
    <Notice
      tone="warn"
      actions={
        <Button size="small" onClick={onSeen} data-testid={`${TEST_IDS[what]}-seen`}>
          {t('table.not_me_seen')}
        </Button>
      }
    >
      <span data-testid={TEST_IDS[what]}>
        {person ? t(`table.${what}`, { name: person.name }) : t(`table.${what}_screen`)}
      </span>
    </Notice>
  );
}

/** Says aloud, once for each five minutes, who has been waiting for long; the rows show it too. */
function Reminder({ waiting, time }: { waiting: readonly WaitingDevice[]; time: number }) {
  const t = useT();
  const words = waiting.flatMap((device) => {
    const minutes = (remindersOf(device, time) * REMIND_MS) / 60_000;
    return minutes === 0 ? [] : [t('people.waits_long', { name: nameOf(device, t), minutes })];
  });
  return (
    <div role="status" data-testid="admit-reminder">
      <VisuallyHidden>{words.join(' ')}</VisuallyHidden>
    </div>
  );
}

/** More than these wait in short lines beside each other, so that the table stays in sight. */
const MANY = 2;

/** Answered by keyboard: on to the next who waits, and after the last back to where one was. */
function useWayOn(place: RefObject<HTMLElement | null>, count: number) {
  /** Where the focus was before it came here; null while it is not here. */
  const cameFrom = useRef<{ at: EventTarget | null } | null>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current && cameFrom.current && focusIsLost()) {
      const next = place.current?.querySelector('[data-answer="yes"]') ?? cameFrom.current.at;
      if (next instanceof HTMLElement) {
        next.focus({ preventScroll: true });
      }
    }
    before.current = count;
  }, [place, count]);
  return {
    onFocus({ relatedTarget }: FocusEvent<HTMLElement>): void {
      cameFrom.current ??= { at: relatedTarget };
    },
    onBlur({ relatedTarget }: FocusEvent<HTMLElement>): void {
      if (relatedTarget && !place.current?.contains(relatedTarget)) {
        cameFrom.current = null;
      }
    },
  };
}
