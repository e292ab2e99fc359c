import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './round.ts';

/** Downloads the version that somebody sees into a folder; where it lies. */
export async function download(place: Place, folder: string, what: 'pdf' | 'json'): Promise<string> {
  const [file] = await Promise.all([
    place.page.waitForEvent('download', { timeout: 60_000 }),
    place.page.getByTestId(`protocol-download-${what}`).click(),
  ]);
  const path = join(folder, `version.${what}`);
  await file.saveAs(path);
  return path;
}

/** The words of a PDF; they also lie beside it. */
export function pdfText(path: string): string {
  const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
  writeFileSync(path.replace(/pdf$/, 'txt'), text);
  return text;
}
