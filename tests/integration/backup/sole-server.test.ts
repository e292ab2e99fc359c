import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartError } from '#server/config.ts';
import { connect } from '#server/db/database.ts';
import { type SoleServer, takeSoleServer } from '#server/db/sole-server.ts';
import { createServerDatabase } from '../../helpers/database.ts';
import { eventually } from '../../unit/session/helpers.ts';

const QUICK = { waitMs: 500, everyMs: 50, patienceMs: 300 };

describe('one process a database', () => {
  let database: Awaited<ReturnType<typeof createServerDatabase>>;
  const open: SoleServer[] = [];
  const take = async (): Promise<SoleServer> => {
    const place = await takeSoleServer(database.url, QUICK);
    open.push(place);
    return place;
  };

  beforeEach(async () => {
    database = await createServerDatabase();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((place) => place.close()));
    await database.drop();
  });

  it('[RE20] a second one is refused with words, and comes in once the first has ended', async () => {
    const first = await take();
    await expect(take()).rejects.toThrow(StartError);
    await expect(take()).rejects.toThrow(
      /^Another Planrunde serves this database \(from .*, since .*stop that one/,
    );
    await first.close();
    await take();
  });

  it('[RE20] a first one that was killed is out of the way at once', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', HOLD], {
      env: { ...process.env, HOLD_URL: database.url },
      cwd: new URL('../../..', import.meta.url),
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
    });
    await eventually(() => said.includes('held'), 'the other process has it', 20_000);
    await expect(take()).rejects.toThrow(StartError);
    child.kill('SIGKILL');
    const began = performance.now();
    await takeSoleServer(database.url, { ...QUICK, waitMs: 10_000 }).then((place) => open.push(place));
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('[RE21] a connection that is lost takes the place again; where another has it, it is told', async () => {
    const first = await take();
    let isTaken = false;
    void first.taken.then(() => {
      isTaken = true;
    });
    const admin = connect(database.url, 1);
    const cut = () => admin`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`;
    await cut();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await expect(take()).rejects.toThrow(StartError);
    expect(isTaken).toBe(false);
    await cut();
    await admin`select pg_advisory_lock(20821, 1)`;
    await eventually(() => isTaken, 'it is told', 5_000);
    await admin.end();
  });
});

const HOLD = `
import { takeSoleServer } from './server/db/sole-server.ts';
await takeSoleServer(process.env.HOLD_URL);
process.stdout.write('held');
setInterval(() => {}, 1000);
`;
