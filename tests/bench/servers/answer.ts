import { Session } from 'node:inspector/promises';

/** What a child process of the benchmark does when it is asked; the answer is sent back as JSON. */
export type Commands = Readonly<Record<string, (args: never) => unknown>>;

interface Question {
  id: number;
  command: string;
  args: unknown;
}

const SAMPLE_MICROSECONDS = 200;
let profiler: Session | null = null;

/** Memory of this process in bytes, after everything that nobody needs is gone. */
async function collectAndMeasure(): Promise<NodeJS.MemoryUsage> {
  if (!globalThis.gc) {
    throw new Error('start this process with --expose-gc');
  }
  for (let round = 0; round < 3; round++) {
    globalThis.gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return process.memoryUsage();
}

async function startProfile(): Promise<void> {
  profiler = new Session();
  profiler.connect();
  await profiler.post('Profiler.enable');
  await profiler.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  await profiler.post('Profiler.start');
}

async function stopProfile(): Promise<unknown> {
  const { profile } = (await profiler?.post('Profiler.stop')) ?? { profile: null };
  profiler?.disconnect();
  profiler = null;
  return profile;
}

/** Answers the process that started this one, one question at a time or many at once. */
export function answerParent(own: Commands): void {
  const commands = { memory: collectAndMeasure, startProfile, stopProfile, ...own } as Record<
    string,
    (args: unknown) => unknown
  >;
  process.on('message', ({ id, command, args }: Question) => {
    Promise.resolve()
      .then(() => {
        const run = commands[command];
        if (!run) {
          throw new Error(`no command ${command}`);
        }
        return run(args);
      })
      .then(
        (result) => process.send?.({ id, result: result ?? null }),
        (error: Error) => process.send?.({ id, error: error.message }),
      );
  });
  // A child whose parent is gone has nobody to work for.
  process.on('disconnect', () => process.exit(0));
  process.send?.({ ready: true });
}
