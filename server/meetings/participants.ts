import { leads } from '#shared/access/parts.ts';
import type { ParticipantView, PersonRef } from '#shared/api/view.ts';
import type { Attendance } from '#shared/domain/codes.ts';
import { presentAt } from '#shared/meeting/present.ts';
import { proposedAttendance } from '#shared/protocol/attendance.ts';
import type { Actor } from '../access/actor.ts';
import type { MeetingSnapshot, ParticipantRow } from './meeting-snapshot.ts';
import type { Presence } from './presence.ts';

/** Whether somebody takes part from outside the room. */
export function isRemote(attendance: Attendance): boolean {
  return attendance === 'per_link' || attendance === 'telefonisch';
}

/** A person as everybody sees them: no rank, no account, no number. */
export function personRef({ id, name, initials, hue, subtitle }: PersonRef): PersonRef {
  return { id, name, initials, hue, subtitle };
}

/** Somebody of the case; null where the id is none or unknown. */
export function findPerson(facts: MeetingSnapshot, personId: string | null): PersonRef | null {
  const person = facts.persons.find(({ id }) => id === personId);
  return person ? personRef(person) : null;
}

/** Seats as one viewer may know them. */
export function participantsOf(
  facts: MeetingSnapshot,
  rows: readonly ParticipantRow[],
  presence: Presence,
  actor: Actor,
): ParticipantView[] {
  return rows.flatMap((seat) => {
    const person = findPerson(facts, seat.personId);
    if (!person) {
      return [];
    }
    const open = presence.connections.filter(
      ({ participationId }) => participationId === seat.participationId,
    );
    const online = open.length > 0 || presence.watching.has(seat.participationId);
    const { attendance, noted, role } = seat;
    return [
      {
        participationId: seat.participationId,
        person,
        role,
        attendance,
        ...notedOf(seat, actor),
        online,
        present: presentAt({ attendance, noted, online }),
      },
    ];
  });
}

/** Who leads can take everybody back; others only learn of whom the protocol will speak. */
export function removedParticipants(
  facts: MeetingSnapshot,
  presence: Presence,
  actor: Actor,
): ParticipantView[] {
  const rows = leads(actor.role) ? facts.removed : facts.removed.filter(({ noted }) => noted !== null);
  return actor.personId === null ? [] : participantsOf(facts, rows, presence, actor);
}

/** The shared screen learns who is there, and nobody's absence; proposals are for who leads alone. */
function notedOf(seat: ParticipantRow, actor: Actor): Pick<ParticipantView, 'noted' | 'note' | 'proposed'> {
  if (actor.personId === null) {
    return { noted: null, note: '', proposed: null };
  }
  const { noted, note } = seat;
  const proposed = noted === null && leads(actor.role) ? proposedAttendance(seat.attendance, seat) : null;
  return { noted, note, proposed };
}
