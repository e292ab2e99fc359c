import { type ChildProcess, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { findBinaries, give, mount, spawnUnprivileged, USER, unprivileged } from './postgres-binaries.ts';
import { waitFor } from './wait.ts';

/** A PostgreSQL of the suite's own, so that it can be stopped, frozen and filled without hurting anybody. */
export interface Cluster {
  /** Address of a database on it. */
  url(database?: string): string;
  createDatabase(name: string): Promise<void>;
  start(): Promise<void>;
  /** `immediate` as after a power cut, `fast` as an operator does it. */
  stop(how: 'immediate' | 'fast'): Promise<void>;
  /** SIGSTOP to every process of it: it takes connections and says nothing. */
  freeze(): void;
  thaw(): void;
  /** Refuses every write from now on, in running sessions too. */
  setReadOnly(on: boolean): Promise<void>;
  /** Ends all sessions of others and takes every connection there is. Returns the way to give them back. */
  takeAllConnections(): Promise<() => Promise<void>>;
  /** Fills its disk; null where this machine does not let the suite mount one. */
  fillDisk: (() => () => void) | null;
  /** Starts it again if it has ended by itself. */
  revive(): Promise<void>;
  /** Stops it and removes everything. */
  remove(): Promise<void>;
}

/** Connections that the cluster takes at all; few, so that taking them all is quick. */
const MAX_CONNECTIONS = 40;
/** Room for a fresh cluster, its log and what a run writes. */
const DISK_MB = 512;
const READY_MS = 30_000;

/** Makes a cluster in a temporary folder and starts it. Throws in words where PostgreSQL is not installed. */
export async function makeCluster(port: number): Promise<Cluster> {
  const bin = findBinaries();
  const folder = mkdtempSync(join(tmpdir(), 'planrunde-faults-'));
  chmodSync(folder, 0o755);
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const isMounted = mount(disk, DISK_MB);
  const data = join(disk, 'data');
  give(disk);
  unprivileged(join(bin, 'initdb'), ['-D', data, '-U', USER, '-A', 'trust', '--no-instructions']);
  writeFileSync(join(data, 'postgresql.auto.conf'), settings(port, disk), { flag: 'a' });
  return openCluster({ bin, folder, disk, data, port, isMounted });
}

interface Place {
  bin: string;
  folder: string;
  disk: string;
  data: string;
  port: number;
  isMounted: boolean;
}

async function openCluster(place: Place): Promise<Cluster> {
  const { data, port, disk, folder } = place;
  let postmaster: ChildProcess | null = null;
  const url = (database = 'postgres'): string => `postgres://${USER}@127.0.0.1:${port}/${database}`;
  const ask = async (text: string): Promise<void> => {
    const sql = postgres(url(), { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      await sql.unsafe(text);
    } finally {
      await sql.end({ timeout: 1 });
    }
  };
  const start = async (): Promise<void> => {
    const child = spawnUnprivileged(join(place.bin, 'postgres'), ['-D', data]);
    postmaster = child;
    await waitFor(
      () =>
        ask('select 1').then(
          () => true,
          () => false,
        ),
      'PostgreSQL answers',
      READY_MS,
    );
  };
  const stop = async (how: 'immediate' | 'fast'): Promise<void> => {
    const pid = postmasterPid(data);
    const child = postmaster;
    if (pid === null || !child) {
      return;
    }
    process.kill(pid, how === 'immediate' ? 'SIGQUIT' : 'SIGINT');
    await waitFor(() => child.exitCode !== null || child.signalCode !== null, 'PostgreSQL ends', READY_MS);
  };
  const signalAll = (signal: NodeJS.Signals): void => {
    const pid = postmasterPid(data);
    for (const one of pid === null ? [] : [pid, ...childrenOf(pid)]) {
      trySignal(one, signal);
    }
  };
  await start();
  return {
    url,
    createDatabase: (name) => ask(`create database ${name}`),
    start,
    stop,
    freeze: () => signalAll('SIGSTOP'),
    thaw: () => signalAll('SIGCONT'),
    async setReadOnly(on) {
      await ask(`alter system set default_transaction_read_only = ${on ? 'on' : 'off'}`);
      await ask('select pg_reload_conf()');
    },
    takeAllConnections: () => takeAll(url()),
    fillDisk: place.isMounted ? () => fill(disk) : null,
    async revive() {
      if (postmaster && (postmaster.exitCode !== null || postmaster.signalCode !== null)) {
        await start();
      }
    },
    async remove() {
      signalAll('SIGCONT');
      await stop('immediate').catch(() => signalAll('SIGKILL'));
      if (place.isMounted) {
        spawnSync('umount', ['-l', disk]);
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settings(port: number, disk: string): string {
  return [
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    `unix_socket_directories = '${disk}'`,
    `max_connections = ${MAX_CONNECTIONS}`,
    'shared_buffers = 16MB',
    'max_wal_size = 64MB',
    'min_wal_size = 32MB',
    "log_min_messages = 'fatal'",
    '',
  ].join('\n');
}

/** Leaves not a byte free, and gives all back. */
function fill(disk: string): () => void {
  const ballast = join(disk, 'ballast');
  spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=1M', `count=${DISK_MB * 2}`]);
  return () => rmSync(ballast, { force: true });
}

function postmasterPid(data: string): number | null {
  try {
    return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

/** Holds every connection, those for the superuser too: otherwise the server under test would use them. */
async function takeAll(url: string): Promise<() => Promise<void>> {
  const held: ReturnType<typeof postgres>[] = [];
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  await admin`select 1`;
  for (let round = 0; round < 3; round++) {
    await admin`select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and backend_type = 'client backend'
        and application_name <> 'taker'`;
    const tries = Array.from({ length: MAX_CONNECTIONS }, async () => {
      const one = postgres(url, { max: 1, connection: { application_name: 'taker' }, onnotice: () => {} });
      try {
        await one`select 1`;
        held.push(one);
      } catch {
        await one.end({ timeout: 0 });
      }
    });
    await Promise.all(tries);
  }
  return async () => {
    await Promise.all([...held, admin].map((one) => one.end({ timeout: 1 })));
  };
}
