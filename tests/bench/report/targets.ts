import type { LoadName } from '../loads.ts';
import type { AnyServer } from '../servers/roster.ts';
import { figure, type Summary } from './medians.ts';

/** What Planrunde shall reach, as a ratio of two figures of the same run. */
interface Target {
  load: LoadName;
  what: string;
  ours: string;
  of: AnyServer;
  theirs: string;
  /** The ratio may be at most, or must be at least. */
  bound: { atMost: number } | { atLeast: number };
  /** What stands in the page where it is missed: what we know of the reason. */
  why?: string;
}

/** How a target came out. `met` is null where one of its figures is missing. */
export interface Result {
  load: LoadName;
  what: string;
  bound: string;
  ratio: number | null;
  met: boolean | null;
  why: string;
}

const TARGETS: readonly Target[] = [
  {
    load: 'b',
    what: 'CPU a delivered message, Planrunde ÷ @y/websocket-server',
    ...{ ours: 'cpuUs', of: 'y-websocket-server', theirs: 'cpuUs', bound: { atMost: 0.75 } },
    why: [
      'At a human pace edits come one by one, so most have a commit and a write to each socket of their own.',
      'Of our CPU about a fifth is the driver of the database, a fifth reading, judging and applying edits,',
      'a fifth writing to sockets (`--profile`); the peer only applies and writes, though twice as many',
      'frames. Gathering statements for some milliseconds costs less and acknowledges later by as much; longer',
      'ticks, a larger young generation and writing at the end of a turn of the event loop changed nothing',
      'that stood out of the noise. None of them was kept.',
    ].join(' '),
  },
  {
    load: 'b',
    what: 'edit → acknowledged p50 ÷ bare COMMIT of one row p50, under the same load',
    ...{ ours: 'ackP50', of: 'planrunde', theirs: 'commitP50', bound: { atMost: 3 } },
    why: [
      'An edit waits for the statement in flight, then for its own, which locks, counts and writes, and twice',
      'for its turn in an event loop that is busy two thirds of the time. Two statements in flight made it',
      'slower: the database and the driver share two cores with the load.',
    ].join(' '),
  },
  {
    load: 'c',
    what: 'CPU a delivered message, Planrunde ÷ @y/websocket-server',
    ...{ ours: 'cpuUs', of: 'y-websocket-server', theirs: 'cpuUs', bound: { atMost: 0.2 } },
  },
  {
    load: 'd',
    what: 'CPU of all joins, Planrunde ÷ @y/websocket-server',
    ...{ ours: 'cpuMs', of: 'y-websocket-server', theirs: 'cpuMs', bound: { atMost: 0.2 } },
  },
  {
    load: 'e',
    what: 'memory 40 s after the last client left, Planrunde ÷ @y/websocket-server',
    ...{ ours: 'leftPss', of: 'y-websocket-server', theirs: 'leftPss', bound: { atMost: 0.5 } },
  },
  {
    load: 'f',
    what: 'highest edit rate, Planrunde ÷ @y/websocket-server',
    ...{ ours: 'editsPerS', of: 'y-websocket-server', theirs: 'editsPerS', bound: { atLeast: 3 } },
  },
  {
    load: 'f',
    what: 'highest edit rate, Planrunde ÷ Hocuspocus',
    ...{ ours: 'editsPerS', of: 'hocuspocus', theirs: 'editsPerS', bound: { atLeast: 1.5 } },
  },
];

/** The targets of the loads that were measured. */
export function judgeTargets(summaries: readonly Summary[]): Result[] {
  const measured = new Set(summaries.map(({ load }) => load));
  return TARGETS.filter(({ load }) => measured.has(load)).map((target) => {
    const { load, what, bound } = target;
    const ours = figure(summaries, load, 'planrunde', target.ours);
    const theirs = figure(summaries, load, target.of, target.theirs);
    const ratio = ours !== null && theirs ? ours / theirs : null;
    const met = ratio === null ? null : holds(ratio, bound);
    return {
      load,
      what,
      bound: inWords(bound),
      ratio,
      met,
      why: target.why ?? 'The reason is not known yet.',
    };
  });
}

function holds(ratio: number, bound: Target['bound']): boolean {
  return 'atMost' in bound ? ratio <= bound.atMost : ratio >= bound.atLeast;
}

function inWords(bound: Target['bound']): string {
  return 'atMost' in bound ? `≤ ${bound.atMost}` : `≥ ${bound.atLeast}`;
}
