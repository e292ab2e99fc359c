import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { readJson } from '#shared/json.ts';
import { StartError } from '../config.ts';
import { runTool } from './tools.ts';

/** The one file of an archive beside its manifest. */
export const DUMP = 'database.dump';
const MANIFEST = 'manifest.json';

const manifest = z.object({
  product: z.literal('planrunde'),
  form: z.literal(1),
  madeAt: z.string(),
  /** `postgres`: PostgreSQL's custom format. `embedded`: the data folder as a tar. */
  database: z.enum(['postgres', 'embedded']),
  generation: z.object({ id: z.string(), number: z.number(), mark: z.number() }),
  /** The last migration that ran. */
  migration: z.number(),
  /** Generations of the key file that open it; null: nothing is sealed. The key file is never in an archive. */
  key: z.nullable(z.object({ generations: z.array(z.string()) })),
  files: z.array(z.object({ name: z.literal(DUMP), bytes: z.number(), sha256: z.string() })).length(1),
});
/** What an archive says of itself. */
export type Manifest = z.infer<typeof manifest>;

/** Packs the dump in `folder` and what is said of it to one file, which is there whole or not at all. */
export async function packArchive(
  folder: string,
  file: string,
  said: Omit<Manifest, 'product' | 'form' | 'files' | 'key'>,
): Promise<void> {
  const path = join(folder, DUMP);
  const files = [{ name: DUMP, bytes: statSync(path).size, sha256: await sha256Of(path) } as const];
  const whole: Manifest = { product: 'planrunde', form: 1, ...said, key: null, files };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(whole, null, 2)}\n`);
  const part = `${file}.part`;
  await runTool('tar', ['-cf', part, '-C', folder, MANIFEST, DUMP]);
  renameSync(part, file);
}

/** Unpacks an archive into `folder`. Throws `StartError` where it is none, or anything in it was changed. */
export async function unpackArchive(file: string, folder: string): Promise<Manifest> {
  if (!existsSync(file)) {
    throw new StartError(`There is no file ${file}.`);
  }
  await runTool('tar', ['-xf', file, '-C', folder, MANIFEST, DUMP]).catch((error: unknown) => {
    throw new StartError(`${file} is no archive of "npm run backup" (${(error as Error).message}).`);
  });
  const said = readJson(manifest, readFileSync(join(folder, MANIFEST), 'utf8'));
  if (said === null) {
    throw new StartError(`${file} was made by another version, or its manifest was changed.`);
  }
  for (const { name, sha256 } of said.files) {
    if ((await sha256Of(join(folder, name))) !== sha256) {
      throw new StartError(
        `${file} is damaged: the checksum of ${name} is another one. Nothing was put in; take another archive.`,
      );
    }
  }
  return said;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
