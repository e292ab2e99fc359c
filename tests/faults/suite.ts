import type { DatabaseKind } from '../helpers/database.ts';
import { seededRandom } from '../helpers/random.ts';
import { faultsFor } from './catalogue.ts';
import type { Violation } from './checker.ts';
import type { Fault } from './fault.ts';
import { checkPromises } from './promises.ts';
import { Round } from './round.ts';
import type { Weakness } from './weak.ts';
import { openWorld, type World } from './world.ts';

export interface SuiteOptions {
  seed: number;
  /** No new round begins after this time. */
  ms: number;
  database: DatabaseKind;
  /** Takes the slow faults too. */
  long?: boolean;
  /** A server that is wrong on purpose. */
  weakness?: Weakness;
  /** Only faults whose name holds this. */
  only?: string;
  /** Ends with the first round that breaks a promise. */
  untilViolation?: boolean;
  /** Asked before each round; true ends the run in good order. */
  stopped?: () => boolean;
  say(line: string): void;
  /** Told of each round before it begins. */
  begin?(line: string): void;
}

/** What was seen of one fault over all its rounds. */
export interface Seen {
  rounds: number;
  people: number;
  typed: number;
  kept: number;
  refused: number;
  /** On the way when a line broke or a tab closed; nobody was told anything. */
  unknown: number;
  connections: number;
  /** Of documents of one's own: acknowledged changes, and cards that were shown or taken back. */
  own: number;
  moved: number;
  ends: string[];
  violations: Violation[];
}

export interface Report {
  seed: number;
  seen: Map<string, Seen>;
  violations: Violation[];
}

/** Runs rounds, each with the next fault of a shuffled deck, until the time is up. */
export async function runFaults(options: SuiteOptions): Promise<Report> {
  const { seed, ms, database, say } = options;
  const faults = faultsFor(database, options.long ?? false).filter(({ name }) =>
    name.includes(options.only ?? ''),
  );
  const report: Report = { seed, seen: new Map(), violations: [] };
  const world = await openWorld(database, options.weakness);
  if (database === 'postgres') {
    say(world.cluster?.fillDisk ? 'disk full: a real small disk' : 'disk full: injected as SQLSTATE 53100');
  }
  const end = Date.now() + ms;
  try {
    const deck: Fault[] = [];
    const goesOn = (): boolean =>
      Date.now() < end && !options.stopped?.() && !(options.untilViolation && report.violations.length > 0);
    for (let index = 0; goesOn(); index++) {
      const random = seededRandom(seed + index);
      if (deck.length === 0) {
        deck.push(...shuffled(faults, random.below));
      }
      const fault = deck.pop();
      if (!fault) {
        break;
      }
      const started = Date.now();
      options.begin?.(`${index} ${fault.name}`);
      const seen = await playRound(world, fault, random);
      note(report, fault.name, seen);
      say(lineOf(index, fault.name, seen, Date.now() - started));
      for (const { kind, detail } of seen.violations) {
        say(`  VIOLATION ${kind}: ${detail}`);
      }
      if (seen.violations.length > 0) {
        say(`  seed ${seed}, round ${index}; the server's last words:\n${world.server.output.slice(-1_500)}`);
      }
    }
  } finally {
    await world.close();
  }
  return report;
}

async function playRound(world: World, fault: Fault, random: ReturnType<typeof seededRandom>): Promise<Seen> {
  const { server } = world;
  const endsBefore = server.ends.length;
  const printedBefore = server.output.length;
  const round = await Round.open(world, random);
  round.startTyping();
  try {
    await round.someTime(200, 500);
    await fault.run(round);
  } catch (error) {
    round.violation('fault-missed', `${(error as Error).message}`);
  }
  await round.heal();
  const ends = server.ends.slice(endsBefore);
  await checkPromises(round);
  for (const { how } of ends.filter(({ wanted }) => !wanted)) {
    round.violation('process-ended', how);
  }
  if (/unhandled rejection|uncaught exception/.test(server.output.slice(printedBefore))) {
    round.violation('unhandled', 'see the output of the server');
  }
  return seenIn(
    round,
    ends.map(({ how }) => how),
  );
}

function seenIn(round: Round, ends: string[]): Seen {
  const count = (pick: (person: Round['people'][number]) => number): number =>
    round.people.reduce((sum, person) => sum + pick(person), 0);
  return {
    rounds: 1,
    people: round.people.length,
    typed: count(({ ledger }) => ledger.changes.length),
    kept: count(({ ledger }) => ledger.of('kept').length),
    refused: count(({ ledger }) => ledger.of('refused').length),
    unknown: count(({ ledger }) => ledger.of('unknown').length),
    connections: count(({ connections }) => connections),
    own: round.desks.reduce((sum, { person }) => sum + person.ledger.of('kept').length, 0),
    moved: round.desks.reduce((sum, { moved }) => sum + moved, 0),
    ends,
    violations: round.violations,
  };
}

function note(report: Report, name: string, seen: Seen): void {
  const before = report.seen.get(name);
  report.violations.push(...seen.violations);
  report.seen.set(
    name,
    before
      ? {
          rounds: before.rounds + 1,
          people: before.people + seen.people,
          typed: before.typed + seen.typed,
          kept: before.kept + seen.kept,
          refused: before.refused + seen.refused,
          unknown: before.unknown + seen.unknown,
          connections: before.connections + seen.connections,
          own: before.own + seen.own,
          moved: before.moved + seen.moved,
          ends: [...before.ends, ...seen.ends],
          violations: [...before.violations, ...seen.violations],
        }
      : seen,
  );
}

function lineOf(index: number, name: string, seen: Seen, ms: number): string {
  const { people, typed, kept, refused, unknown, connections, own, moved, violations } = seen;
  const verdict = violations.length === 0 ? 'kept its word' : `${violations.length} VIOLATIONS`;
  return (
    `${String(index).padStart(3)} ${name}: ${people} people, ${typed} changes, ${kept} acknowledged, ` +
    `${refused} refused, ${unknown} unanswered, ${connections} connections, own: ${own} acknowledged, ` +
    `${moved} shown or back, ${(ms / 1000).toFixed(1)} s, ${verdict}`
  );
}

function shuffled<T>(list: readonly T[], below: (end: number) => number): T[] {
  const out = [...list];
  for (let at = out.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}
