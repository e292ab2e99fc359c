import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#shared/wire/limits.ts';
import type { MemoryReport } from '../../helpers/memory/main.ts';

const MAIN = fileURLToPath(new URL('../../helpers/memory/main.ts', import.meta.url));

/** In a process of its own: only there a collection can be forced, and all handles are the hub's. */
async function run(...args: string[]): Promise<MemoryReport> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', MAIN, ...args], {
    timeout: 90_000,
  });
  return JSON.parse(stdout) as MemoryReport;
}

describe('memory and timers of the sync core', () => {
  it('[DU17] nothing is left of 10 000 joins, 100 idle plans and a reader that does not read', async () => {
    const report = await run();
    expect(report).toMatchObject({
      joins: 10_000,
      heldSockets: 0,
      rooms: 1,
      sockets: 1,
      timersGrown: 0,
      timersAfterClose: 0,
      resources: [],
      troubles: 0,
      deaf: { isGone: true },
    });
    expect(report.end).toBeLessThan(report.base * 1.1);
    // What waited for the reader was about what makes it pause; the rest of the megabytes lay nowhere.
    expect(report.deaf?.writtenBytes).toBeGreaterThan(2 * LIMITS.bufferedPauseBytes);
    expect(report.deaf?.mostBuffered).toBeGreaterThan(LIMITS.bufferedPauseBytes / 2);
    expect(report.deaf?.mostBuffered).toBeLessThan(LIMITS.bufferedCloseBytes);
  }, 100_000);

  it('[DU17] the run sees a server that keeps what has left', async () => {
    const report = await run('leak', 'short');
    expect(report.heldSockets).toBeGreaterThan(900);
    expect(report.end).toBeGreaterThan(report.base * 1.1);
  }, 100_000);
});
