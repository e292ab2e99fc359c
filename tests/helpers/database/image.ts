import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';

/**
 * An embedded database, migrated once for a whole run of tests: making one anew takes two seconds
 * of a core, beginning from an image a quarter of that.
 */

/** Where the run keeps its image; unset outside the test runner. */
const PLACE = 'TEST_EMBEDDED_IMAGE';

let made: Promise<Blob> | null = null;

/** The image of this run. */
export function migratedImage(): Promise<Blob> {
  const place = process.env[PLACE];
  made ??= place ? openAsBlob(place) : makeImage();
  return made;
}

async function makeImage(): Promise<Blob> {
  const database = await openEmbedded(null);
  try {
    await migrate(database.sql);
    return await database.image();
  } finally {
    await database.close();
  }
}

/** Vitest calls this before the first file of a run. */
export async function setup(): Promise<void> {
  const place = join(mkdtempSync(join(tmpdir(), 'planrunde-image-')), 'migrated.tar');
  writeFileSync(place, await (await makeImage()).bytes());
  process.env[PLACE] = place;
}

/** And this after the last one. */
export function teardown(): void {
  const place = process.env[PLACE];
  if (place) {
    rmSync(dirname(place), { recursive: true, force: true });
  }
}
