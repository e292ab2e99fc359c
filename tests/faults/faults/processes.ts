import type { Fault } from '../fault.ts';
import type { Round } from '../round.ts';
import type { ServerProcess } from '../server.ts';
import { waitFor } from '../wait.ts';

const HOUR = 3_600_000;

/** What can happen to server processes. */
export const PROCESS_FAULTS: readonly Fault[] = [
  {
    name: 'server killed',
    async run(round) {
      await round.server.kill();
      await round.closeTabs(round.random.below(3));
      await round.server.start();
    },
  },
  {
    name: 'server stopped in peace (SIGTERM)',
    async run(round) {
      const how = await round.server.drain();
      if (how !== 'exit 0') {
        round.violation('process-ended', `SIGTERM ended it with ${how}`);
      }
      await round.closeTabs(1);
      await round.server.start();
    },
  },
  { name: 'server frozen (SIGSTOP)', run: (round) => frozen(round, 500, 2_500) },
  { name: 'server frozen for 20 s', long: true, run: (round) => frozen(round, 20_000, 20_000) },
  { name: 'server clock an hour ahead', run: (round) => clock(round, HOUR) },
  { name: 'server clock an hour back', run: (round) => clock(round, -HOUR) },
  { name: 'second process while the first is stopped', on: 'postgres', run: zombie },
  { name: 'second process beside the first', on: 'postgres', run: rivals },
  { name: 'second process on the same folder', on: 'embedded', run: refusedOpener },
];

async function frozen(round: Round, least: number, most: number): Promise<void> {
  round.server.signal('SIGSTOP');
  await round.someTime(least, most);
  await round.closeTabs(round.random.below(2));
  round.server.signal('SIGCONT');
  await round.someTime(100, 400);
}

async function clock(round: Round, shiftMs: number): Promise<void> {
  round.server.order({ do: 'clock', shiftMs });
  await round.someTime(400, 900);
  await allSaved(round, 'after the clock was moved');
  round.server.order({ do: 'clock', shiftMs: 0 });
}

/** Nothing but time should be needed; half a minute is far more than any pause of a good server. */
async function allSaved(round: Round, when: string): Promise<void> {
  const waiting = new Map(round.here.map((person) => [person, person.ledger.open()]));
  const end = Date.now() + 30_000;
  const isOpen = (): boolean =>
    [...waiting].some(([person, changes]) => !person.gone && changes.some(({ fate }) => fate === 'open'));
  while (isOpen()) {
    if (Date.now() > end) {
      round.violation('not-saved', `edits are not answered ${when}`);
      return;
    }
    await round.someTime(20, 40);
  }
}

/** The owner is stopped, everybody goes to another process, the owner wakes up. */
async function zombie(round: Round): Promise<void> {
  const other = await started(round);
  try {
    round.server.signal('SIGSTOP');
    await round.someTime(50, 300);
    moveTo(round.here, other);
    await round.closeTabs(1);
    await round.someTime(800, 1_500);
    round.server.signal('SIGCONT');
    await round.someTime(600, 1_200);
  } finally {
    await backToFirst(round, other);
  }
}

/** Both run, each with half of the people: the plan goes back and forth, and nothing may be lost. */
async function rivals(round: Round): Promise<void> {
  const other = await started(round);
  try {
    const leaving = round.guest();
    const isAlone = round.random.below(2) === 0;
    const half = round.here.filter(
      (person) => person === leaving || (!isAlone && round.random.below(3) === 0),
    );
    moveTo(half, other);
    const before = leaving.ledger.of('kept').length;
    await round.someTime(400, 800);
    // Told over there that it is saved, and gone: nobody here will send it again.
    await waitFor(() => leaving.ledger.of('kept').length > before, 'it is saved', 5_000).catch(
      () => undefined,
    );
    await leaving.leave();
    await round.someTime(400, 800);
  } finally {
    await backToFirst(round, other);
  }
}

async function started(round: Round): Promise<ServerProcess> {
  const other = await round.world.anotherServer();
  await other.start();
  return other;
}

function moveTo(people: Round['people'], server: ServerProcess): void {
  for (const person of people) {
    person.link.target = server.port;
    person.link.cut();
  }
}

async function backToFirst(round: Round, other: ServerProcess): Promise<void> {
  if (round.random.below(2) === 0) {
    await other.kill();
  } else if (other.runs) {
    await other.drain();
  }
  const bad = other.ends.filter(({ wanted }) => !wanted);
  if (bad.length > 0) {
    round.violation('process-ended', `the second process ended by itself: ${bad[0]?.how}`);
  }
  // Who never left keeps the line: the first process has to notice by itself what it missed.
  moveTo(
    round.here.filter(({ link }) => link.target === other.port),
    round.server,
  );
  await other.remove();
}

/** The embedded database has one owner; a second opener is told so and ends. */
async function refusedOpener(round: Round): Promise<void> {
  const other = await round.world.anotherServer();
  other.launch();
  other.expectEnd();
  await other.hasEnded();
  if (!other.output.includes('is in use by process') || other.ends.at(-1)?.how !== 'exit 1') {
    round.violation('fault-missed', 'a second process opened the same folder');
  }
}
