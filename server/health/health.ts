import type { Cause } from './causes.ts';
import type { CommitTrouble, CommitWatch } from './commits.ts';
import type { LoopWatch } from './loop.ts';
import type { DatabaseProbe, DatabaseState } from './probe.ts';

/** Everything that can be wrong, most urgent first. */
export const HEALTH_CODES = [
  'shutting_down',
  'database_unreachable',
  'database_out_of_connections',
  'database_read_only',
  'disk_full',
  'commits_failing',
  'event_loop_stalled',
] as const;
export type HealthCode = (typeof HEALTH_CODES)[number];

/** One thing that is wrong, with what to do about it. For operators: plain English, no ids, no content. */
export interface Problem {
  code: HealthCode;
  message: string;
}

/** What health is read from; what is missing is not looked at. */
export interface HealthSources {
  probe: DatabaseProbe;
  commits?: CommitWatch;
  loop?: LoopWatch;
}

/** Whether the server can do its work. */
export interface Health {
  /** What is wrong now; empty: nothing. Answers within two seconds. */
  problems(): Promise<Problem[]>;
  /** From now on the server takes its leave. */
  shuttingDown(): void;
}

/** A loop that stood still for this long lets sockets and people wait. */
export const STALL_MS = 2_000;

const WORDS: Record<HealthCode, string> = {
  shutting_down:
    'The server is shutting down: what is queued is being saved. Send people to it again after its next start.',
  database_unreachable:
    'The database does not answer: nothing can be saved until it is back. Check that PostgreSQL runs, that the network to it works, and that no lock holds all connections of this server.',
  database_out_of_connections:
    'The database gives out no more connections. Raise max_connections (or the limit of the role), or end what else holds connections.',
  database_read_only:
    'The database takes no writes: it is a standby or is set to read only. Point DATABASE_URL at the primary, or end the read-only mode (default_transaction_read_only).',
  disk_full: 'The disk of the database was full at the last commit: nothing can be saved. Make room on it.',
  commits_failing:
    'Edits could not be committed since {since}; people keep what they typed and are told that it is not saved. The server’s log names the error code; check the database and its log.',
  event_loop_stalled:
    'This process stood still for {seconds} s within the last ten seconds: everybody waited. Check the CPU and memory of the machine; if it comes again, restart the process.',
};

const CODE_OF: Record<Exclude<Cause, 'other'>, HealthCode> = {
  unreachable: 'database_unreachable',
  out_of_connections: 'database_out_of_connections',
  read_only: 'database_read_only',
  disk_full: 'disk_full',
};

/** Puts together what probe, commits and loop say. */
export function createHealth({ probe, commits, loop }: HealthSources): Health {
  let isClosing = false;
  return {
    async problems() {
      const state = await probe.look();
      const trouble = commits?.trouble() ?? null;
      const stalled = loop?.longestLately() ?? 0;
      const found = new Set([...ofDatabase(state), ...ofCommits(trouble, state)]);
      if (isClosing) {
        found.add('shutting_down');
      }
      if (stalled >= STALL_MS) {
        found.add('event_loop_stalled');
      }
      const facts = {
        since: new Date(trouble?.since ?? 0).toISOString(),
        seconds: (stalled / 1000).toFixed(1),
      };
      return HEALTH_CODES.filter((code) => found.has(code)).map((code) => ({
        code,
        message: inWords(code, facts),
      }));
    },
    shuttingDown() {
      isClosing = true;
    },
  };
}

function ofDatabase(state: DatabaseState): HealthCode[] {
  if (state.up) {
    return state.readOnly ? ['database_read_only'] : [];
  }
  return [state.cause === 'other' ? 'database_unreachable' : CODE_OF[state.cause]];
}

/** What the last failed commit says. That it found no connection is over when the database answers. */
function ofCommits(trouble: CommitTrouble | null, { up }: DatabaseState): HealthCode[] {
  switch (trouble?.cause) {
    case undefined:
      return [];
    case 'disk_full':
    case 'read_only':
      return [CODE_OF[trouble.cause], 'commits_failing'];
    case 'unreachable':
    case 'out_of_connections':
      return up ? [] : ['commits_failing'];
    case 'other':
      return ['commits_failing'];
  }
}

function inWords(code: HealthCode, facts: { since: string; seconds: string }): string {
  return WORDS[code].replace('{since}', facts.since).replace('{seconds}', facts.seconds);
}
