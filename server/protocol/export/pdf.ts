import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '#shared/api/errors.ts';
import { translatorFor } from '#shared/i18n/every-locale.ts';
import { canonicalBytes, contentHash } from '#shared/protocol/canonical.ts';
import type { ExportInput } from './document.ts';
import type { PdfAnswer, PdfJob } from './pdf-worker.ts';
import { hasCompiler } from './typeset.ts';

/** A page that takes longer is given up; the thread is ended and the next export gets a fresh one. */
const GIVE_UP_MS = 60_000;

/** An export that could not be made; `message` is for the person. */
export class ExportError extends Error {
  readonly code: Extract<ErrorCode, 'export_unavailable' | 'internal'>;

  constructor(code: ExportError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExportError';
    this.code = code;
  }
}

/** Whether this machine can make PDFs. */
export function pdfAvailable(): boolean {
  return hasCompiler();
}

/**
 * One version as a tagged PDF with the exact content attached. Equal input gives equal bytes.
 * @throws ExportError `export_unavailable` where the typesetter is missing
 * @throws Error when `version` is not the version of this content
 */
export async function exportPdf(input: ExportInput): Promise<Uint8Array> {
  if (contentHash(canonicalBytes(input.content)) !== input.version.sha256) {
    throw new Error(`The content is not that of version ${input.version.id}`);
  }
  const t = translatorFor(input.language ?? input.content.locale, 'neutral');
  if (!hasCompiler()) {
    throw new ExportError('export_unavailable', t('error.export_unavailable'));
  }
  try {
    return await typesetApart(input);
  } catch (cause) {
    throw new ExportError('internal', t('error.internal'), { cause });
  }
}

interface Waiting {
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

function typesetApart(input: ExportInput): Promise<Uint8Array> {
  const thread = worker ?? startWorker();
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => endWorker(thread, new Error('The typesetter took too long')), GIVE_UP_MS);
    waiting.set(id, { resolve, reject, timer });
    // Only a waiting export keeps the process alive, never the idle thread.
    thread.ref();
    thread.postMessage({ id, input } satisfies PdfJob);
  });
}

function startWorker(): Worker {
  const thread = new Worker(new URL('./pdf-worker.ts', import.meta.url));
  thread.unref();
  thread.on('message', (answer: PdfAnswer) => settle(thread, answer));
  thread.on('error', (error) => endWorker(thread, error instanceof Error ? error : new Error(String(error))));
  thread.on('exit', () => endWorker(thread, new Error('The typesetter ended')));
  worker = thread;
  return thread;
}

function settle(thread: Worker, answer: PdfAnswer): void {
  const job = waiting.get(answer.id);
  waiting.delete(answer.id);
  clearTimeout(job?.timer);
  if (waiting.size === 0) {
    thread.unref();
  }
  if ('bytes' in answer) {
    job?.resolve(answer.bytes);
  } else {
    job?.reject(new Error(answer.error));
  }
}

/** Everything that waited for this thread fails; the next export starts another one. */
function endWorker(thread: Worker, error: Error): void {
  if (worker !== thread) {
    return;
  }
  worker = undefined;
  for (const job of waiting.values()) {
    clearTimeout(job.timer);
    job.reject(error);
  }
  waiting.clear();
  thread.terminate().catch(() => undefined);
}
