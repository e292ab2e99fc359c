import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../config.ts';

/**
 * Guards a data folder against a second process: the embedded database takes no lock of its own,
 * and a second opener loses rows. The file names the owner; the lock of a dead owner is taken over.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'planrunde.lock');
  if (!take(file)) {
    const owner = ownerOf(file);
    if (owner !== null && isAlive(owner)) {
      throw new StartError(
        `The data folder ${folder} is in use by process ${owner}; stop it, or choose another folder with DATA_DIR.`,
      );
    }
    rmSync(file, { force: true });
    if (!take(file)) {
      throw new StartError(`The data folder ${folder} is being opened by another process; try again.`);
    }
  }
  return () => rmSync(file, { force: true });
}

function take(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, `${process.pid} ${startOf(process.pid) ?? ''}\n`);
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

/** The living owner's process id, or null where the file names nobody any more. */
function ownerOf(file: string): number | null {
  try {
    const [pid, start] = readFileSync(file, 'utf8').trim().split(' ');
    const owner = Number(pid);
    if (!Number.isInteger(owner) || owner <= 0) {
      return null;
    }
    // After a restart of the machine another program may carry the same number.
    const now = startOf(owner);
    return start && now !== null && start !== now ? null : owner;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process was started, in ticks since boot; null where the system does not tell (not Linux). */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
