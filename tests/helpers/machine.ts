import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { connect } from '#server/db/database.ts';
import { chromiumPlace } from './chromium.ts';
import { testServerUrl } from './database.ts';

/**
 * What the suite needs from the machine. On Debian as root it installs or starts it; elsewhere the
 * run ends with a sentence that says how. Nothing is skipped in silence.
 */

/** Installs Chromium and the PDF tools where that is possible. */
export function ensureChromium(): void {
  if (!chromiumPlace()) {
    install('chromium-headless-shell');
  }
  if (!existsSync('/usr/bin/pdftotext')) {
    install('poppler-utils');
  }
}

/** Role that the suite makes for itself on a fresh Debian server; it may create databases, no more. */
const TEST_ROLE = 'planrunde_test';

/** Starts or installs PostgreSQL where the test server does not answer. */
export async function ensurePostgres(): Promise<void> {
  if (process.env['TEST_DATABASE_URL'] || (await answers(testServerUrl()))) {
    return;
  }
  if (!isRootOnDebian()) {
    console.error(`No PostgreSQL answers at ${testServerUrl()}. Start one, or set TEST_DATABASE_URL.`);
    return;
  }
  if (!existsSync('/usr/lib/postgresql')) {
    install('postgresql');
  }
  const version = readdirSync('/etc/postgresql').sort().at(-1) ?? '';
  spawnSync('pg_ctlcluster', ['--skip-systemctl-redirect', version, 'main', 'start'], { stdio: 'inherit' });
  const role = `create role ${TEST_ROLE} login createdb password '${TEST_ROLE}'`;
  spawnSync('su', ['postgres', '-c', `psql -qc "${role}"`], { stdio: 'ignore' });
  process.env['TEST_DATABASE_URL'] = `postgres://${TEST_ROLE}:${TEST_ROLE}@127.0.0.1:5432/postgres`;
}

async function answers(url: string): Promise<boolean> {
  const sql = connect(url, 1);
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function install(name: string): void {
  if (!isRootOnDebian()) {
    console.error(`${name} is missing. Install it, on Debian with: apt-get install ${name}`);
    return;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { stdio: 'ignore', env });
}
