import type { Tx } from '../db/sql.ts';

/** Ends every device there is; gives how many, by meeting. */
export async function endEveryDevice(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx<{ meetingId: string }[]>`
    update device d set state = 'ended' from participation p
    where p.id = d.participation_id and d.state in ('asked', 'waiting', 'admitted')
    returning p.meeting_id as "meetingId"`;
  return countedByMeeting(rows);
}

/** Revokes every link that is still open; gives how many, by meeting. */
export async function revokeEveryLink(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx<{ meetingId: string }[]>`
    update join_link l set revoked_at = now() from participation p
    where p.id = l.participation_id and l.revoked_at is null
    returning p.meeting_id as "meetingId"`;
  return countedByMeeting(rows);
}

function countedByMeeting(rows: readonly { meetingId: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { meetingId } of rows) {
    counts.set(meetingId, (counts.get(meetingId) ?? 0) + 1);
  }
  return counts;
}
