import { useSession, useStore, useT, useView } from '../../app/context.ts';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { PhaseRing } from '../../ui/display/PhaseRing.tsx';
import { SaveMark } from '../../ui/feedback/SaveMark.tsx';
import { Unplug } from '../../ui/icons.ts';
import { useClock } from '../useClock.ts';
import styles from './Wall.module.css';

/** Where the meeting is, in the words of the shared screen. */
export function useWallHeading(): string {
  const t = useT();
  const { phase, phases, meeting, state } = useView();
  const shown = state === 'sealed' ? (phases.at(-1)?.phase ?? phase) : phase;
  return state === 'open' || state === 'sealed'
    ? t(`board.wall.phase.${shown}`, { name: meeting.childName })
    : t('board.wall.reading');
}

/** Step, clock, whose turn it is, how many are here, and whether everything is saved. */
export function WallHeader({ heading }: { heading: string }) {
  const { state } = useView();
  return (
    <header className={styles['header']}>
      <h1>{heading}</h1>
      {state === 'open' ? <Clock /> : null}
      <span className={styles['space']} />
      <Turn />
      <People />
      <Saved />
    </header>
  );
}

function Clock() {
  const t = useT();
  const { phaseMinutes } = useView();
  const { minutes } = useClock();
  return (
    <span className={styles['clock']}>
      <PhaseRing left={phaseMinutes > 0 ? minutes / phaseMinutes : 0} size={36} />
      {minutes > 0 ? t('board.wall.left', { minutes }) : t('board.wall.over')}
    </span>
  );
}

function Turn() {
  const t = useT();
  const { turn, persons, state } = useView();
  const person = persons.find(({ id }) => id === turn);
  return person && state === 'open' ? (
    <span className={styles['turn']}>
      <Avatar person={person} solid />
      {t('board.wall.turn', { name: person.name })}
    </span>
  ) : null;
}

function People() {
  const t = useT();
  const { participants: seats } = useView();
  const here = seats.filter(({ present }) => present === 'room');
  const remote = seats.filter(({ present }) => present === 'afar');
  return <span>{t('board.wall.people', { here: here.length, remote: remote.length })}</span>;
}

function Saved() {
  const t = useT();
  const save = useStore(useSession().save);
  return save.kind === 'offline' || save.kind === 'closed' ? (
    <span className={styles['searching']}>
      <Unplug />
      {t('board.wall.searching')}
    </span>
  ) : (
    <SaveMark state={save} />
  );
}
