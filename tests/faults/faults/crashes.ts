import { CRASH_POINTS, type CrashPoint } from '../crash-points.ts';
import type { Fault } from '../fault.ts';
import type { Round } from '../round.ts';
import { pause } from '../wait.ts';

/** Points that typing alone reaches. */
const WHILE_TYPING = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'] as const satisfies readonly CrashPoint[];
const REACHED_MS = 20_000;

/** A process that ends itself at exactly one point, and starts again. */
export const CRASHES: readonly Fault[] = [
  ...WHILE_TYPING.map((point) => ({
    name: nameOf(point),
    run: (round: Round) => crashWhileTyping(round, point, 1 + round.random.below(12)),
  })),
  { name: nameOf('C8'), on: 'postgres', run: (round) => crashWhileTyping(round, 'C8', 1) },
  { name: nameOf('C9'), on: 'postgres', run: (round) => crashWhileFreezing(round, 'C9') },
  { name: nameOf('C10'), on: 'postgres', run: (round) => crashWhileFreezing(round, 'C10') },
  { name: nameOf('C11'), on: 'postgres', run: crashWhileExporting },
  { name: nameOf('C12'), on: 'postgres', run: crashWhileMigrating },
  { name: nameOf('C13'), run: crashWhileDraining },
  { name: nameOf('C14'), run: crashWhileRevoking },
];

function nameOf(point: CrashPoint): string {
  return `${point}: ${CRASH_POINTS[point]}`;
}

/** Waits for the crash; one or two tabs are closed in the same moment. */
async function mustCrash(round: Round, point: CrashPoint): Promise<void> {
  const { server } = round;
  if (!(await server.hasEnded(REACHED_MS)) || server.ends.at(-1)?.how !== 'SIGKILL') {
    round.violation('fault-missed', `${point} was not reached`);
    await server.kill();
  }
  await round.closeTabs(round.random.below(3));
}

async function crashWhileTyping(round: Round, point: CrashPoint, nth: number): Promise<void> {
  round.server.arm(point, nth);
  await mustCrash(round, point);
  await round.server.start();
}

async function crashWhileFreezing(round: Round, point: 'C9' | 'C10'): Promise<void> {
  round.server.arm(point, 1);
  const begun = round.lead('freeze', { step: 'begin' });
  await begun;
  await round.lead('freeze', { step: 'now' });
  await mustCrash(round, point);
  await round.server.start();
  await round.freeze();
}

async function crashWhileExporting(round: Round): Promise<void> {
  await round.freeze();
  const { versionId } = await frozenVersion(round);
  const before = await text(round, versionId);
  round.server.arm('C11', 1);
  const answer = await round.request(round.leader, 'GET', `versions/${versionId}/protocol.pdf`).then(
    (response) => response.arrayBuffer().then(() => response.status),
    () => 0,
  );
  await mustCrash(round, 'C11');
  if (answer === 200) {
    round.violation('fault-missed', 'the PDF was done before the crash');
  }
  await round.server.start();
  const again = await round.request(round.leader, 'GET', `versions/${versionId}/protocol.pdf`);
  if (again.status !== 200 || (await again.arrayBuffer()).byteLength < 1_000) {
    round.violation('frozen-bytes', `the PDF cannot be made after the crash: ${again.status}`);
  }
  if ((await text(round, versionId)) !== before) {
    round.violation('frozen-bytes', 'the JSON export is another one after the crash');
  }
}

/** From the database: who loads the plan anew as soon as it is frozen may miss the message that names it. */
function frozenVersion(round: Round): Promise<{ versionId: string }> {
  return round.world.withDatabase(async (sql) => {
    const rows = await sql<{ id: string }[]>`
      select id from protocol_version where meeting_id = ${round.meetingId}`;
    return { versionId: rows[0]?.id ?? '' };
  });
}

async function text(round: Round, versionId: string): Promise<string> {
  return (await round.request(round.leader, 'GET', `versions/${versionId}/protocol.json`)).text();
}

/** On a database of its own, while the others go on typing. */
async function crashWhileMigrating(round: Round): Promise<void> {
  const { cluster } = round.world;
  const name = `migrate_${round.documentId.replaceAll('-', '').slice(0, 20)}`;
  await cluster?.createDatabase(name);
  const other = await round.world.anotherServer(name);
  try {
    other.expectEnd();
    const nth = 1 + round.random.below(4);
    other.launch({ FAULTS_CRASH: `C12:${nth}` });
    other.expectEnd();
    if (!(await other.hasEnded(REACHED_MS)) || other.ends.at(-1)?.how !== 'SIGKILL') {
      round.violation('fault-missed', `C12 was not reached: ${other.output.slice(-200)}`);
    }
    await other.start();
    await other.command('rooms', { meetings: 1, participants: 2, admit: true });
  } finally {
    await other.remove();
  }
}

async function crashWhileDraining(round: Round): Promise<void> {
  const { server } = round;
  server.arm('C13', 1);
  server.signal('SIGTERM');
  await server.hasEnded(REACHED_MS);
  const how = server.ends.at(-1)?.how;
  if (how !== 'SIGKILL' && how !== 'exit 0') {
    round.violation('fault-missed', `draining ended with ${how}`);
  }
  await round.closeTabs(1);
  await server.start();
}

async function crashWhileRevoking(round: Round): Promise<void> {
  const victim = round.guest();
  round.server.arm('C14', 1);
  await round.revoke(victim);
  await mustCrash(round, 'C14');
  round.revokedBy(victim);
  await round.server.start();
  await pause(1_200);
}
