import type { ParticipantView, TableView, WaitingDevice } from '#shared/api/view.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { shownPhases } from '#shared/meeting/bar.ts';
import { nameOf } from '../people/waiting.ts';
import { phaseName } from '../phase-name.ts';

/** What happened at the table between two views of it, in sentences: the step, who knocks, comes and goes, whose turn it is. */
export function happenings(before: TableView, now: TableView, t: Translate): string[] {
  return [
    ...stepOf(before, now, t),
    ...missingIn(before.waiting, now.waiting, deviceOf).map((device) =>
      t('people.said.knocks', { name: nameOf(device, t) }),
    ),
    ...missingIn(here(before), here(now), seatOf).map(({ person }) =>
      t('people.said.comes', { name: person.name }),
    ),
    ...missingIn(here(now), here(before), seatOf).map(({ person }) =>
      t('people.said.goes', { name: person.name }),
    ),
    ...(now.turn !== before.turn && now.turn !== null && now.turn === now.me.person?.id
      ? [t('table.your_turn')]
      : []),
  ];
}

/** Freezing and what follows is told by the protocol. */
function stepOf(before: TableView, now: TableView, t: Translate): string[] {
  if (now.state !== 'open' || now.phase === before.phase) {
    return [];
  }
  const steps = shownPhases(now.phases);
  const number = steps.find(({ phase }) => phase === now.phase)?.number;
  const step = phaseName(now.phase, now.meeting.childName, t);
  return [
    number === undefined
      ? t('people.said.step', { step })
      : t('people.said.step_of', { step, at: number, of: steps.length }),
  ];
}

const deviceOf = ({ deviceId }: WaitingDevice): string => deviceId;
const seatOf = ({ participationId }: ParticipantView): string => participationId;

/** Who is connected, but for oneself. */
function here({ participants, me }: TableView): ParticipantView[] {
  return participants.filter(
    ({ online, participationId }) => online && participationId !== me.participationId,
  );
}

/** What `now` holds and `before` did not. */
function missingIn<T>(before: readonly T[], now: readonly T[], idOf: (one: T) => string): T[] {
  const known = new Set(before.map(idOf));
  return now.filter((one) => !known.has(idOf(one)));
}
