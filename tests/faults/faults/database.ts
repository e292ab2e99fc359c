import type { Cluster } from '../cluster.ts';
import type { Fault } from '../fault.ts';
import type { Round } from '../round.ts';

/** PostgreSQL's own names for what happens. */
const DISK_FULL = '53100';
const TOO_MANY_CONNECTIONS = '53300';

/** What can happen to the database, and to the line to it. */
export const DATABASE_FAULTS: readonly Fault[] = [
  { name: 'database stopped, immediate', on: 'postgres', run: (round) => stopped(round, 'immediate') },
  { name: 'database stopped, fast', on: 'postgres', run: (round) => stopped(round, 'fast') },
  { name: 'database frozen (SIGSTOP)', on: 'postgres', run: (round) => frozen(round, 800, 2_500) },
  {
    name: 'database frozen for longer than its answers are waited for',
    on: 'postgres',
    long: true,
    run: (round) => frozen(round, 25_000, 25_000),
  },
  {
    name: 'database without a free connection',
    on: 'postgres',
    async run(round) {
      const giveBack = await clusterOf(round).takeAllConnections();
      await round.someTime(800, 1_500);
      await round.closeTabs(1);
      await giveBack();
    },
  },
  {
    name: 'database read-only',
    on: 'postgres',
    async run(round) {
      await clusterOf(round).setReadOnly(true);
      await round.someTime(500, 1_200);
      await round.closeTabs(1);
      await clusterOf(round).setReadOnly(false);
    },
  },
  { name: 'disk full', on: 'postgres', run: diskFull },
  { name: 'disk full, as SQLSTATE 53100 at the log', run: (round) => refusing(round, DISK_FULL) },
  {
    name: 'connections used up, as SQLSTATE 53300 at the log',
    run: (round) => refusing(round, TOO_MANY_CONNECTIONS),
  },
  {
    name: 'line to the database cut',
    on: 'postgres',
    async run(round) {
      for (let times = 1 + round.random.below(3); times > 0; times--) {
        round.world.databaseLine?.cut();
        await round.someTime(50, 400);
      }
    },
  },
  {
    name: 'line to the database away for a while',
    on: 'postgres',
    async run(round) {
      const line = round.world.databaseLine;
      if (line) {
        line.open = false;
        line.cut();
        await round.someTime(800, 2_000);
        line.restore();
      }
    },
  },
  {
    name: 'line to the database silent',
    on: 'postgres',
    async run(round) {
      const line = round.world.databaseLine;
      if (line) {
        line.up.silent = true;
        line.down.silent = true;
        await round.someTime(800, 1_500);
        await round.closeTabs(1);
        // What lost bytes stays dead: the server has to give those connections up by itself.
        line.restore();
      }
    },
  },
];

function clusterOf({ world }: Round): Cluster {
  if (!world.cluster) {
    throw new Error('this fault needs a PostgreSQL of its own');
  }
  return world.cluster;
}

async function stopped(round: Round, how: 'immediate' | 'fast'): Promise<void> {
  await clusterOf(round).stop(how);
  await round.someTime(200, 1_500);
  await round.closeTabs(round.random.below(2));
  await clusterOf(round).start();
}

async function frozen(round: Round, least: number, most: number): Promise<void> {
  clusterOf(round).freeze();
  await round.someTime(least, most);
  await round.closeTabs(1);
  clusterOf(round).thaw();
}

async function diskFull(round: Round): Promise<void> {
  const fill = clusterOf(round).fillDisk;
  if (!fill) {
    // Said once at the start of the run too: this machine mounts nothing.
    await refusing(round, DISK_FULL);
    return;
  }
  const empty = fill();
  await round.someTime(800, 1_500);
  await round.closeTabs(1);
  empty();
  // PostgreSQL may have ended itself over it; an operator starts it again.
  await clusterOf(round).revive();
}

async function refusing(round: Round, code: string): Promise<void> {
  round.server.order({ do: 'fail', code, times: 1 + round.random.below(6) });
  await round.someTime(600, 1_200);
}
