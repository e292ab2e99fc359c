import type { ExportInput } from './document.ts';

/** What setting one document may take. */
export interface PdfLimits {
  /** Counted from the start of the process. */
  timeMs: number;
  /** Of the whole process: the typesetter's memory is none of JavaScript's. */
  memoryBytes: number;
  pages: number;
}

/** One version and what people said to it. Its content comes as it is stored, and is read where it is set. */
export type PdfInput = Omit<ExportInput, 'content'> & { content: Uint8Array };

/** What the server asks of the process that sets one document. */
export interface PdfTask {
  input: PdfInput;
  limits: PdfLimits;
  /** The server's process: where it has ended, nobody waits for an answer. */
  serverPid: number;
}

/** What that process says before it ends. */
export type PdfAnswer = { bytes: Uint8Array } | { overLimit: true } | { error: string };
