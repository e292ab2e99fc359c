import { setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { contentHash, parseCanonical } from '#shared/protocol/canonical.ts';
import type { PdfAnswer, PdfTask } from './pdf-task.ts';
import { typeset } from './typeset.ts';

/**
 * The process that sets one document and ends. Setting never pauses, so nothing in its own thread could
 * stop it: a watch beside it looks at the memory of the whole process, native parts included, and at
 * whether the server is still there, and ends everything at once.
 */

const WATCH = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData.memoryBytes || process.ppid !== workerData.serverPid) {
      process.kill(process.pid, 'SIGKILL');
    }
  }, 50);
`;
/** Meetings come first on a small machine. */
const NICE = 10;

process.once('message', (task: PdfTask) => {
  setPriority(NICE);
  const { serverPid, limits } = task;
  new Worker(WATCH, { eval: true, workerData: { memoryBytes: limits.memoryBytes, serverPid } }).unref();
  process.send?.(answerTo(task), () => process.exit(0));
});

function answerTo({ input, limits }: PdfTask): PdfAnswer {
  try {
    const content = parseCanonical(input.content);
    if (contentHash(input.content, content.schemaVersion) !== input.version.sha256) {
      throw new Error(`The content is not that of version ${input.version.id}`);
    }
    const { bytes } = typeset({ ...input, content, bytes: input.content }, limits.pages);
    return bytes ? { bytes } : { overLimit: true };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
