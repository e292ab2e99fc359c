import { parentPort } from 'node:worker_threads';
import type { ExportInput } from './document.ts';
import { typeset } from './typeset.ts';

/** The thread that sets pages, so that a long plan never holds up a meeting. */

export interface PdfJob {
  id: number;
  input: ExportInput;
}

export type PdfAnswer = { id: number; bytes: Uint8Array } | { id: number; error: string };

parentPort?.on('message', ({ id, input }: PdfJob) => {
  parentPort?.postMessage(answerTo(id, input));
});

function answerTo(id: number, input: ExportInput): PdfAnswer {
  try {
    return { id, bytes: typeset(input) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
