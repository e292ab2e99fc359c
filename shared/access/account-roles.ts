/** What somebody with an account does in the office. Codes are stored and never change. */
export const accountRole = [
  'verwaltung',
  'fachkraft_jugendamt',
  'vertretung',
  'teamleitung',
  'jugendhilfeplanung',
  'fachkraft_traeger',
] as const;
export type AccountRole = (typeof accountRole)[number];

/** Looks after the office and its accounts. */
export const ADMINISTRATOR = 'verwaltung' satisfies AccountRole;

/**
 * Who sits at tables. Whoever looks after accounts reads no contents; who leads a team gets counts and
 * dates, and planning nothing yet.
 */
const AT_TABLES: ReadonlySet<AccountRole> = new Set([
  'fachkraft_jugendamt',
  'vertretung',
  'fachkraft_traeger',
]);

/** Whether an account of this role may have a seat at a meeting. */
export function sitsAtTables(role: AccountRole): boolean {
  return AT_TABLES.has(role);
}
