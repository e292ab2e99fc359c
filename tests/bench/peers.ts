import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = fileURLToPath(new URL('peers/', import.meta.url));

interface Lock {
  packages: Record<string, { version?: string }>;
}

/** Installs the servers to compare with, where they are missing or others than the lock says. */
export function installPeers(say: (line: string) => void): void {
  if (installed() === wanted()) {
    return;
  }
  say('Installing the servers to compare with: npm ci --prefix tests/bench/peers');
  const done = spawnSync('npm', ['ci', '--prefix', FOLDER, '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) {
    throw new Error('They could not be installed; is the registry of npm reachable?');
  }
}

/** Builds the pages before anything is measured: our server would do it in its own process. */
export function buildPages(): void {
  const done = spawnSync(process.execPath, ['server/http/build-cli.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) {
    throw new Error('The pages of Planrunde could not be built.');
  }
}

/** Version of a peer as its lock says. */
export function peerVersion(name: string): string {
  return readLock('package-lock.json').packages[`node_modules/${name}`]?.version ?? '?';
}

function wanted(): string {
  return versionsIn(readLock('package-lock.json'));
}

function installed(): string {
  try {
    return versionsIn(readLock('node_modules/.package-lock.json'));
  } catch {
    return '';
  }
}

function readLock(file: string): Lock {
  return JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8')) as Lock;
}

/** Names and versions of everything in a lock, without the folder itself. */
function versionsIn({ packages }: Lock): string {
  const found = Object.entries(packages).filter(([path]) => path !== '');
  return found
    .map(([path, { version }]) => `${path}@${version}`)
    .sort()
    .join('\n');
}
