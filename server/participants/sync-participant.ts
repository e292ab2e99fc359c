import type { Attendance } from '#shared/domain/codes.ts';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { isRemote } from '../meetings/participants.ts';
import type { SyncParticipant } from '../sync/types.ts';

/** Who sits behind a sync socket, as others may see them. The server's word, never the client's. */
export async function loadSyncParticipant(sql: Sql, actor: Actor): Promise<SyncParticipant> {
  const [row] = await sql<
    { name: string | null; initials: string | null; hue: number | null; attendance: Attendance }[]
  >`
    select person.display_name as name, person.initials, person.hue, p.attendance
    from participation p left join person on person.id = p.person_id where p.id = ${actor.participationId}`;
  return {
    participationId: actor.participationId,
    deviceId: actor.deviceId,
    personId: actor.personId,
    role: actor.role,
    name: row?.name ?? '',
    initials: row?.initials ?? '',
    hue: row?.hue ?? 0,
    remote: row ? isRemote(row.attendance) : false,
  };
}
