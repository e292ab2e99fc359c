import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip as gzipCompress } from 'node:zlib';
import { everyLocale, localeFor } from '#shared/i18n/every-locale.ts';
import { localeFaults } from '#shared/i18n/faults.ts';
import { FIRST_LANGUAGE } from '#shared/i18n/language.ts';
import { StartError } from '../config.ts';

const brotli = promisify(brotliCompress);
const gzip = promisify(gzipCompress);

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STAMP = 'sources.sha256';
const SOURCES = ['client', 'shared', 'vite.config.ts', 'package-lock.json'];
const SMALLEST_WORTH_PACKING = 1024;

/** Folder of the built client. */
export const CLIENT_FOLDER = join(ROOT, 'dist', 'client');

/** Whether the built client belongs to the sources as they are now. */
export function clientIsBuilt(): boolean {
  const stamp = join(CLIENT_FOLDER, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources();
}

/** Builds the client and packs its files, so that a phone on a slow line loads a third of the bytes. */
export async function buildClient(): Promise<void> {
  checkLanguages();
  const hash = hashOfSources();
  try {
    await inProduction(async () => {
      const { build } = await import('vite');
      const configFile = join(ROOT, 'vite.config.ts');
      await build({ root: join(ROOT, 'client'), configFile, logLevel: 'error' });
    });
  } catch (error) {
    throw new StartError(`The client could not be built: ${(error as Error).message}`);
  }
  await packFiles();
  writeFileSync(join(CLIENT_FOLDER, STAMP), hash);
}

/** Packs ahead what browsers take packed, as well as it can be done: it is done once and sent for years. */
async function packFiles(): Promise<void> {
  const files = filesBelow(CLIENT_FOLDER).filter((name) => /\.(js|css|svg|html|json)$/.test(name));
  await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(file);
      if (bytes.length >= SMALLEST_WORTH_PACKING) {
        await writeFile(`${file}.br`, await brotli(bytes));
        await writeFile(`${file}.gz`, await gzip(bytes, { level: 9 }));
      }
    }),
  );
}

/** A page with a text that is missing would break for one language only, long after the build. */
function checkLanguages(): void {
  const reference = localeFor(FIRST_LANGUAGE);
  const faults = [...everyLocale].flatMap(([name, locale]) => localeFaults(name, locale, reference));
  if (faults.length > 0) {
    throw new StartError(`The client could not be built. ${faults.join('\n')}`);
  }
}

/**
 * Vite takes NODE_ENV from the shell. With "development" or "test" there it would build React's
 * development half: larger, slower, and kept, since the stamp knows sources only.
 */
async function inProduction(task: () => Promise<void>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await task();
  } finally {
    if (before === undefined) {
      delete process.env['NODE_ENV'];
    } else {
      process.env['NODE_ENV'] = before;
    }
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(ROOT, source);
    const files = /\.\w+$/.test(source) ? [path] : filesBelow(path);
    for (const file of files) {
      hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
