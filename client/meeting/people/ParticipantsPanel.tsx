import { leads } from '#shared/access/parts.ts';
import type { ParticipantView, TableView } from '#shared/api/view.ts';
import { flatten } from '#shared/documents/plan/goals.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import { joinedParts } from '#shared/i18n/isolate.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { PresenceState } from '#shared/wire/presence.ts';
import { usePlan, useSession, useStore, useT, useView } from '../../app/context.ts';
import { IconButton } from '../../ui/controls/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { MessageCircle, PanelRightClose, PanelRightOpen, Smartphone } from '../../ui/icons.ts';
import { useCommands } from '../useCommands.ts';
import { ParticipantMenu } from './ParticipantMenu.tsx';
import styles from './ParticipantsPanel.module.css';
import { RemovedParticipants } from './RemovedParticipants.tsx';
import { connection, whereabouts } from './whereabouts.ts';

export interface ParticipantsPanelProps {
  folded: boolean;
  onFold(fold: boolean): void;
  phase: MeetingPhase;
}

/** Who is at the table and what they do, and the questions of the step. */
export function ParticipantsPanel({ folded, onFold, phase }: ParticipantsPanelProps) {
  const t = useT();
  const { me, participants: seats } = useView();
  const here = seats.filter(({ present }) => present === 'room').length;
  const remote = seats.filter(({ present }) => present === 'afar').length;
  return (
    <aside
      className={cx(styles['panel'], folded && styles['folded'])}
      aria-label={t('table.round')}
      data-region
      tabIndex={-1}
    >
      <div className={styles['head']}>
        {folded ? null : (
          <>
            <h2>{t('table.round')}</h2>
            <span className={styles['count']}>{t('table.round_count', { here, remote })}</span>
          </>
        )}
        <IconButton
          size="small"
          icon={folded ? <PanelRightOpen /> : <PanelRightClose />}
          label={t(folded ? 'table.round_open' : 'table.round_fold')}
          onClick={() => onFold(!folded)}
          className={styles['foldButton']}
          data-testid="round-fold"
        />
      </div>
      <ul
        className={styles['people']}
        aria-label={t('table.round')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and arrow keys must reach it.
        tabIndex={0}
        data-testid="round"
      >
        {seats.map((seat) => (
          <Person key={seat.participationId} seat={seat} folded={folded} />
        ))}
      </ul>
      {folded || !leads(me.role) ? null : <RemovedParticipants />}
      {folded ? null : (
        <section className={styles['questions']}>
          <h3>{t('table.questions')}</h3>
          <p>{t(`table.question.${phase}`)}</p>
        </section>
      )}
    </aside>
  );
}

function Person({ seat, folded }: { seat: ParticipantView; folded: boolean }) {
  const t = useT();
  const view = useView();
  const plan = usePlan();
  const others = useStore(useSession().others);
  const commands = useCommands();
  const isTurn = view.turn === seat.person.id;
  const words = doing(seat, view, whatTheyWrite(seat, others, plan, t), t);
  const nameAndWords = joinedParts([seat.person.name, words], ', ');
  const isMe = seat.participationId === view.me.participationId;
  const canGive =
    leads(view.me.role) &&
    view.state === 'open' &&
    (isTurn || ((seat.online || seat.present !== null) && !isMe));
  return (
    <li
      className={cx(styles['person'], isTurn && styles['turn'], seat.present === null && styles['away'])}
      data-testid={`seat-${seat.person.id}`}
      title={folded ? nameAndWords : undefined}
    >
      <Avatar person={seat.person} {...(folded ? { label: nameAndWords } : {})} />
      {folded ? null : (
        <>
          <span className={styles['words']}>
            <b>
              <bdi>{seat.person.name}</bdi>
            </b>
            <span className={styles['doing']}>
              {seat.present === 'afar' ? (
                <Smartphone className={styles['remote']} aria-hidden="true" />
              ) : null}
              {words}
            </span>
          </span>
          {canGive ? (
            <IconButton
              size="small"
              icon={<MessageCircle />}
              label={t(isTurn ? 'table.turn_end' : 'table.turn_give', { name: seat.person.name })}
              aria-pressed={isTurn}
              busy={commands.busy}
              onClick={() => commands.turn(isTurn ? null : seat.person.id)}
              className={cx(styles['give'], isTurn && styles['given'])}
              data-testid={`turn-${seat.person.id}`}
            />
          ) : isTurn ? (
            <MessageCircle className={styles['given']} aria-hidden="true" />
          ) : null}
          {leads(view.me.role) && !isMe ? <ParticipantMenu seat={seat} className={styles['menu']} /> : null}
        </>
      )}
    </li>
  );
}

/** "schreibt im Schritt 1.2.1", "ist dran", "Vater, von fern", "ist da, ohne Gerät", "noch nicht da". */
function doing(seat: ParticipantView, view: TableView, writing: string | null, t: Translate): string {
  const isMe = seat.participationId === view.me.participationId;
  if (view.turn === seat.person.id) {
    return t('table.is_turn');
  }
  if (writing !== null) {
    return writing;
  }
  if (isMe) {
    return t(leads(seat.role) ? 'table.leads_you' : 'table.is_you');
  }
  const { role, person, present } = seat;
  const about = leads(role) ? t('table.leads') : person.subtitle;
  const where = present === 'room' && about !== '' ? '' : whereabouts(seat, t);
  return joinedParts([present === null ? '' : about, where, connection(seat, t)], ', ');
}

function whatTheyWrite(
  seat: ParticipantView,
  others: ReadonlyMap<number, PresenceState>,
  plan: Plan,
  t: Translate,
): string | null {
  const state = [...others.values()].find(
    ({ user, editing }) => editing && user.participationId === seat.participationId,
  );
  if (!state?.editing) {
    return null;
  }
  const { id } = state.editing;
  const goal = flatten(plan.goals).find((candidate) => candidate.id === id);
  if (goal) {
    return t('table.writes_in', { place: t(`outline.level.${goal.level}`, { number: goal.number }) });
  }
  return t('table.writes');
}
