import {
  appendFileSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readJson } from '#shared/json.ts';
import { StartError } from '../config.ts';

const keptMark = z.object({ generation: z.number(), mark: z.number() });
/** How far a database had come when it was last seen. */
export type KeptMark = z.infer<typeof keptMark>;

/** What must not go back with a database, in files beside it: how far it had come, and which numbers it gave. */
export interface Keep {
  /** Null where this database was never seen. */
  mark(): KeptMark | null;
  keepMark(mark: KeptMark): void;
  /** Durable when it returns: the version may be committed. */
  noteVersion(meetingId: string, version: number): void;
  /** The highest number that was given at each meeting. */
  versions(): Map<string, number>;
}

/** Opens the files of one database. Throws `StartError` where the folder cannot be written. */
export function openKeep(folder: string, databaseId: string): Keep {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    appendFileSync(join(folder, `versions-${databaseId}.txt`), '', { mode: 0o600 });
  } catch {
    throw new StartError(`The folder ${folder} cannot be written; choose another one with KEEP_DIR.`);
  }
  const marks = join(folder, `mark-${databaseId}.json`);
  const numbers = join(folder, `versions-${databaseId}.txt`);
  return {
    mark: () => readMark(marks),
    keepMark: (mark) => replaceFile(marks, `${JSON.stringify(mark)}\n`),
    noteVersion: (meetingId, version) => appendLine(numbers, `${meetingId} ${version}\n`),
    versions: () => readVersions(numbers),
  };
}

function readMark(file: string): KeptMark | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  const mark = readJson(keptMark, text);
  if (mark === null) {
    throw new StartError(`The file ${file} cannot be read; it says how far the database had come.`);
  }
  return mark;
}

/** A line that a crash cut short was of a version that was not committed either. */
function readVersions(file: string): Map<string, number> {
  const highest = new Map<string, number>();
  for (const [, meetingId = '', version] of readFileSync(file, 'utf8').matchAll(/^(\S+) (\d+)$/gm)) {
    highest.set(meetingId, Math.max(highest.get(meetingId) ?? 0, Number(version)));
  }
  return highest;
}

function appendLine(file: string, line: string): void {
  durably(file, 'a', line);
}

function replaceFile(file: string, text: string): void {
  durably(`${file}.new`, 'w', text);
  renameSync(`${file}.new`, file);
}

function durably(file: string, how: 'a' | 'w', text: string): void {
  const handle = openSync(file, how, 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
