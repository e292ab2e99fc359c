import type { Sql } from '#server/db/sql.ts';

/**
 * A meeting with nothing but what a plan needs around it. Each name becomes a person `<id>-<name>`
 * with a participation of the same id.
 */
export async function plantMeeting(sql: Sql, id: string, names: readonly string[]): Promise<void> {
  await sql`insert into organisation (id, name, kind) values ('amt', 'Jugendamt', 'oeffentlicher_traeger')
    on conflict do nothing`;
  await sql`insert into plan_case (id, label, reference, authority_id, index_person_id, status, opened_on)
    values (${id}, 'Fall', 'AZ', 'amt', '', 'hilfe_laeuft', '2026-01-01')`;
  await sql`insert into person (id, case_id, first_name, display_name, initials)
    values (${`${id}-moderation`}, ${id}, 'Frau', 'Frau', 'Fr')`;
  await sql`insert into meeting
      (id, case_id, number, type, date, start_time, end_time, mode, place, moderator_id, phases)
    values (${id}, ${id}, 1, 'aufstellung', '2026-01-01', '10:00', '11:00', 'praesenz', 'hier',
      ${`${id}-moderation`}, ${sql.json([])})`;
  for (const name of names) {
    const personId = `${id}-${name}`;
    await sql`insert into person (id, case_id, first_name, display_name, initials)
      values (${personId}, ${id}, ${name}, ${name}, 'xx')`;
    await sql`insert into participation (id, meeting_id, person_id, role, attendance)
      values (${personId}, ${id}, ${personId}, 'moderation', 'vor_ort')`;
  }
}
