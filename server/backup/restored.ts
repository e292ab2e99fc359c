import { appendAuditEvent } from '../audit/chain.ts';
import { type Config, StartError } from '../config.ts';
import type { Sql, Tx } from '../db/sql.ts';
import { endEveryDevice, revokeEveryLink } from '../participants/end-everything.ts';
import { whileNobodyServes } from './command.ts';
import { type KnownDatabase, knowDatabase } from './went-back.ts';

/** A meeting that a restore concerns. */
interface Concerned {
  id: string;
  date: string;
  state: string;
  devices: number;
  links: number;
  /** Where a version was frozen after the backup. */
  lostVersions: string | null;
}

/**
 * Begins another life of a database that was put in from a backup: whoever was let in or out after it was made
 * is known to nobody, so all come in anew; numbers of versions go on behind the last that was given.
 * @param withoutKept what was kept beside the database is lost, too
 */
export async function restored(config: Config, withoutKept: boolean): Promise<string> {
  return whileNobodyServes(config, async (sql) => {
    const known = await knowDatabase(sql, config.keepDir);
    if (known.keep.mark() === null && !withoutKept) {
      throw new StartError(LOST.replace('%', config.keepDir));
    }
    const { generation, concerned } = (await sql.begin((tx) => beginAnew(tx, known, withoutKept))) as Begun;
    known.keep.keepMark(generation);
    return inWords(generation.generation, concerned, await missingMeetings(sql, known));
  });
}

const LOST =
  'In % nothing is kept of this database, so nobody knows which numbers of versions were given after the backup. Name the folder of before with KEEP_DIR. Where it is lost: "npm run restored -- --without-kept" goes on with numbers that are a hundred higher.';

interface Begun {
  generation: { generation: number; mark: number };
  concerned: Concerned[];
}

async function beginAnew(tx: Tx, { generation, keep }: KnownDatabase, withoutKept: boolean): Promise<Begun> {
  const seen = keep.mark();
  const next = {
    generation: Math.max(generation.number, seen?.generation ?? 0) + 1,
    mark: Math.max(generation.mark, seen?.mark ?? 0) + 1,
  };
  await tx`update generation set number = ${next.generation}, mark = ${next.mark}, is_put_in = false`;
  const lost = await raiseNumbers(tx, keep.versions(), withoutKept);
  const devices = await endEveryDevice(tx);
  const links = await revokeEveryLink(tx);
  await tx`delete from "session"`;
  await tx`update account_link set revoked_at = now() where revoked_at is null and used_at is null`;
  const meetings = await tx<{ id: string; date: string; state: string }[]>`
    select m.id, m.date::text as date, d.state from meeting m
    join document d on d.meeting_id = m.id and d.kind = 'plan' order by m.date, m.id`;
  const concerned = meetings
    .map((meeting) => ({
      ...meeting,
      devices: devices.get(meeting.id) ?? 0,
      links: links.get(meeting.id) ?? 0,
      lostVersions: lost.get(meeting.id) ?? null,
    }))
    .filter((m) => m.state !== 'sealed' || m.devices > 0 || m.links > 0 || m.lostVersions !== null);
  for (const { id } of concerned) {
    const body = { by: 'restored', generation: next.generation };
    await appendAuditEvent(tx, { kind: 'meeting', id }, { type: 'database_restored', body });
  }
  return { generation: next, concerned };
}

/** Numbers that were given go on behind the last; gives them in words, by meeting. */
async function raiseNumbers(
  tx: Tx,
  given: ReadonlyMap<string, number>,
  withoutKept: boolean,
): Promise<Map<string, string>> {
  const rows = await tx<{ id: string; number: number; last: number | null }[]>`
    select m.id, m.number, max(split_part(v.number, '.', 2)::int) as last
    from meeting m left join protocol_version v on v.meeting_id = m.id group by m.id, m.number`;
  const lost = new Map<string, string>();
  for (const { id, number, last } of rows) {
    const highest = given.get(id);
    if (highest !== undefined && highest > (last ?? -1)) {
      lost.set(id, `${number}.${highest}`);
    }
    const next = withoutKept ? (Math.floor((last ?? 0) / 100) + 1) * 100 : (highest ?? -1) + 1;
    await tx`update meeting set next_version = greatest(next_version, ${next}) where id = ${id}`;
  }
  return lost;
}

/** Meetings of which versions were frozen after the backup, and which it does not know at all. */
async function missingMeetings(sql: Sql, { keep }: KnownDatabase): Promise<string[]> {
  const ids = [...keep.versions().keys()];
  const rows = await sql<{ id: string }[]>`select id from meeting where id = any(${ids})`;
  const there = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !there.has(id));
}

function inWords(generation: number, concerned: readonly Concerned[], missing: readonly string[]): string {
  const lines = concerned.map(
    ({ id, date, state, devices, links, lostVersions }) =>
      `meeting ${id} of ${date}, ${state}: ${devices} devices and ${links} links ended` +
      (lostVersions ? `; VERSIONS UP TO ${lostVersions} WERE GIVEN and are not in this backup` : ''),
  );
  return [
    `This is generation ${generation} of the database. Every device, link and session has ended.`,
    ...lines,
    ...missing.map((id) => `meeting ${id}: NOT IN THIS BACKUP, though versions of it were frozen`),
    `${lines.length} meetings are concerned. Who leads them makes new links; whoever still has a page open opens the new link in the same tab and puts back in what is missing.`,
  ].join('\n');
}
