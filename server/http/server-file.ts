import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readJson } from '#shared/json.ts';

/** How a command on the same machine reaches the running server. Only the owner may read the file. */
const serverFile = z.object({ url: z.string(), key: z.string(), pid: z.number() });
export type ServerFile = z.infer<typeof serverFile>;

const NAME = 'server.json';

/** Writes address and a fresh key into the data folder; `remove` takes it away at the end. */
export function writeServerFile(dataDir: string, url: string): ServerFile & { remove(): void } {
  const path = join(dataDir, NAME);
  const file = { url, key: randomBytes(32).toString('base64url'), pid: process.pid };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // A file that is there keeps its mode, so it is made anew.
  rmSync(path, { force: true });
  writeFileSync(path, JSON.stringify(file), { mode: 0o600 });
  const remove = (): void => {
    if (readServerFile(dataDir)?.key === file.key) {
      rmSync(path, { force: true });
    }
  };
  return { ...file, remove };
}

/** Reads the file of a running server, or null. */
export function readServerFile(dataDir: string): ServerFile | null {
  try {
    return readJson(serverFile, readFileSync(join(dataDir, NAME), 'utf8'));
  } catch {
    return null;
  }
}
