import { readConfig, StartError } from '#server/config.ts';
import { startServer } from '#server/start.ts';
import { type CrashPoint, crashSeams } from './crash-points.ts';
import { disturbSeams } from './disturb.ts';
import { type Weakness, weakSeams } from './weak.ts';

/**
 * A server process under test: the product as `npm start` runs it, with seams that the suite works from
 * outside. It says in single lines what happens; the process that started it reads them.
 */

/** What the suite may ask of it. */
export type Order =
  | { do: 'crash'; point: CrashPoint; nth: number }
  | { do: 'clock'; shiftMs: number }
  | { do: 'fail'; code: string; times: number };

/** A log that is compacted every few edits, and senders that are never too fast for the suite. */
const LIMITS = { compactAboveBytes: 6_000, messagesBurst: 100_000, messagesPerSecond: 10_000 };

/** PostgreSQL may be silent for so long; a fault lasts shorter, or is meant to be noticed. */
const ANSWER_MS = 4_000;

const { seams, trigger } = crashSeams();
const disturb = disturbSeams(seams.store);

process.on('message', (order: Order) => {
  switch (order.do) {
    case 'crash':
      trigger.arm(order.point, order.nth);
      break;
    case 'clock':
      disturb.shiftClock(order.shiftMs);
      break;
    case 'fail':
      disturb.fail(order.code, order.times);
      break;
  }
});
process.on('disconnect', () => process.exit(0));
process.on('unhandledRejection', (error) => {
  console.error(`unhandled rejection: ${error instanceof Error ? error.stack : String(error)}`);
});
process.on('uncaughtException', (error) => {
  console.error(`uncaught exception: ${error.stack}`);
  process.exit(70);
});

async function main(): Promise<void> {
  const crashAtStart = process.env['FAULTS_CRASH'];
  if (crashAtStart) {
    const [point, nth] = crashAtStart.split(':');
    trigger.arm(point as CrashPoint, Number(nth));
  }
  const weakness = process.env['FAULTS_WEAKNESS'] as Weakness | undefined;
  const weak = weakness ? weakSeams(weakness) : {};
  const running = await startServer(readConfig(process.env), console.error, {
    ...seams,
    ...weak,
    store: (store) => disturb.store(weak.store?.(store) ?? store),
    limits: LIMITS,
    isNotAlone: true,
    answerMs: ANSWER_MS,
  });
  console.error(`listening at ${running.baseUrl}`);
  let ending = false;
  process.on('SIGTERM', () => {
    if (!ending) {
      ending = true;
      running.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    }
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? `refused to start: ${error.message}` : error);
  process.exit(1);
});
