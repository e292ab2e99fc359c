import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../helpers/server-process.ts';

/** `npm run bench:start`: median of five warm starts, from the command to the first answer, in ms. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RUNS = 5;

async function startOnce(dataDir: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '' },
    stdio: 'ignore',
  });
  let ready = false;
  while (!ready && child.exitCode === null) {
    ready = await fetch(`http://127.0.0.1:${port}/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const took = performance.now() - began;
  const end = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await end;
  return took;
}

const dataDir = mkdtempSync(join(tmpdir(), 'planrunde-bench-'));
await startOnce(dataDir);
const times: number[] = [];
for (let run = 0; run < RUNS; run++) {
  times.push(Math.round(await startOnce(dataDir)));
}
rmSync(dataDir, { recursive: true, force: true });
const median = [...times].sort((a, b) => a - b)[Math.floor(RUNS / 2)];
console.log(`warm starts until ready (ms): ${times.join(', ')}; median ${median}`);
