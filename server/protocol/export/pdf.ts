import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ErrorCode } from '#shared/api/errors.ts';
import { translatorFor } from '#shared/i18n/every-locale.ts';
import { MOST_PAGES } from '#shared/protocol/report/length.ts';
import type { PdfAnswer, PdfInput, PdfLimits, PdfTask } from './pdf-task.ts';
import { hasCompiler } from './typeset.ts';

export const PDF_LIMITS: PdfLimits = { timeMs: 60_000, memoryBytes: 1_200_000_000, pages: MOST_PAGES };
/** JavaScript's own part is small; what is large is set outside of it. */
const HEAP_MB = 512;
const CHILD = fileURLToPath(new URL('./pdf-child.ts', import.meta.url));

/** An export that could not be made; `message` is for the person. */
export class ExportError extends Error {
  readonly code: Extract<ErrorCode, 'export_unavailable' | 'internal'>;
  /** It took more than it may: trying again is of no use. */
  readonly isOverLimit: boolean;

  constructor(
    code: ExportError['code'],
    message: string,
    options?: ErrorOptions & { isOverLimit?: boolean },
  ) {
    super(message, options);
    this.name = 'ExportError';
    this.code = code;
    this.isOverLimit = options?.isOverLimit ?? false;
  }
}

/** Whether this machine can make PDFs. */
export function pdfAvailable(): boolean {
  return hasCompiler();
}

/**
 * One version as a tagged PDF with the exact content attached. Equal input gives equal bytes.
 * @throws ExportError `export_unavailable` where the typesetter is missing, `internal` for the rest, also
 *   where the content is not that of the version
 */
export async function exportPdf(
  input: PdfInput,
  { limits = PDF_LIMITS, signal }: { limits?: PdfLimits; signal?: AbortSignal } = {},
): Promise<Uint8Array> {
  const t = translatorFor(input.language ?? 'de', 'neutral');
  if (!hasCompiler()) {
    throw new ExportError('export_unavailable', t('error.export_unavailable'));
  }
  const set = await typesetApart({ input, limits, serverPid: process.pid }, signal);
  if ('bytes' in set) {
    return set.bytes;
  }
  const cause = new Error('error' in set ? set.error : 'The typesetter took more than it may');
  throw new ExportError('internal', t('error.internal'), { cause, isOverLimit: 'overLimit' in set });
}

/** A process for this one document: it can be ended at any moment, and takes its memory with it. */
function typesetApart(task: PdfTask, signal?: AbortSignal): Promise<PdfAnswer> {
  return new Promise((resolve) => {
    const child = fork(CHILD, {
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      serialization: 'advanced',
      stdio: 'ignore',
    });
    const end = (answer: PdfAnswer): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      kill(child);
      resolve(answer);
    };
    const stop = (): void => end({ error: 'The typesetter was stopped' });
    const timer = setTimeout(() => end({ overLimit: true }), task.limits.timeMs);
    signal?.addEventListener('abort', stop, { once: true });
    child.once('message', (answer: PdfAnswer) => end(answer));
    child.once('error', (error) => end({ error: error.name }));
    child.once('exit', (code, by) => end(endOf(code, by)));
    child.send(task, () => undefined);
    if (signal?.aborted) {
      stop();
    }
  });
}

/** A process that ended without an answer: its watch, the machine or JavaScript found it too large. */
function endOf(code: number | null, by: NodeJS.Signals | null): PdfAnswer {
  return by === 'SIGKILL' || by === 'SIGABRT'
    ? { overLimit: true }
    : { error: `The typesetter ended (${code})` };
}

function kill(child: ChildProcess): void {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
  }
}
