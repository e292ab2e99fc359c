import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Area } from '#shared/i18n/wording.ts';
import { longWording } from './words/long-text.ts';

/**
 * A language that is German with words 1.6 times as long and read from right to left, for finding what
 * longer words and the other way break. It is
 * made from the German texts and is no language of the product: a copy of the product gets it, in the
 * way a translator adds one.
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PARTS = ['client', 'server', 'shared', 'package.json', 'package-lock.json', 'vite.config.ts'];

export const LONG = { code: 'xl', name: 'Langdeutsch' };

/**
 * A copy of the product that speaks the long language too: its folder and its entry in the registry
 * are all that is added. Gives the folder of the copy.
 */
export async function productWithLongWords(): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'planrunde-long-'));
  for (const part of PARTS) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  await addFolder(join(copy, 'shared', 'i18n', 'locales'));
  addEntry(join(copy, 'shared', 'i18n', 'registry.ts'));
  return copy;
}

async function addFolder(locales: string): Promise<void> {
  const [german, long] = [join(locales, 'de'), join(locales, LONG.code)];
  mkdirSync(long);
  for (const file of readdirSync(german)) {
    const written = ['first.ts', 'meeting.ts', 'closing.ts', 'index.ts', 'rules.ts'].includes(file)
      ? readFileSync(join(german, file), 'utf8').replace("dir: 'ltr'", "dir: 'rtl'")
      : await longArea(join(ROOT, 'shared', 'i18n', 'locales', 'de', file));
    writeFileSync(join(long, file), written);
  }
}

async function longArea(file: string): Promise<string> {
  const areas: Record<string, Area> = await import(file);
  return Object.entries(areas)
    .map(([name, area]) => {
      const long = Object.entries(area).map(([key, wording]) => [key, longWording(wording)]);
      return `export const ${name} = ${JSON.stringify(Object.fromEntries(long), null, 2)};\n`;
    })
    .join('\n');
}

function addEntry(registry: string): void {
  const text = readFileSync(registry, 'utf8');
  const entry = `  ${LONG.code}: {
    name: '${LONG.name}',
    first: () => import('./locales/${LONG.code}/first.ts'),
    meeting: () => import('./locales/${LONG.code}/meeting.ts'),
    closing: () => import('./locales/${LONG.code}/closing.ts'),
    load: () => import('./locales/${LONG.code}/index.ts'),
  },
} satisfies`;
  writeFileSync(registry, text.replace('} satisfies', entry));
}
