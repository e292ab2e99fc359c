import { execFileSync } from 'node:child_process';

/** Reads PDFs with poppler, a reader that knows nothing of how they were made. */
export function poppler(
  tool: 'pdftotext' | 'pdfinfo' | 'pdffonts' | 'pdfdetach',
  args: string[],
  input?: Uint8Array,
): string {
  try {
    return execFileSync(tool, args, { encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'ignore'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Error(`${tool} is missing: install poppler (Debian: apt-get install poppler-utils)`);
    }
    throw error;
  }
}
