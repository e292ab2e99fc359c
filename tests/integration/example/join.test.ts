import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { openTable, openTestApp, type Table, type TestApp } from '../../helpers/app.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

describe('docs/examples/join.ts', () => {
  let app: TestApp;
  let table: Table;

  beforeAll(async () => {
    app = await openTestApp('embedded');
    table = await openTable(app);
  });
  afterAll(() => app.stop());

  it('[SY1] any Yjs client sits down by personal link and co-edits with the stock provider', async () => {
    const link = table.demo.places.find(({ id }) => id === 'aydin')?.url ?? '';
    const program = spawn(
      process.execPath,
      ['docs/examples/join.ts', link, 'Geschrieben von einem Programm.'],
      {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let printed = '';
    let trouble = '';
    program.stdout.on('data', (chunk) => {
      printed += String(chunk);
    });
    program.stderr.on('data', (chunk) => {
      trouble += String(chunk);
    });
    try {
      const view = await table.seidel.live.untilTable(({ waiting }) => waiting.length > 0);
      const device = view.waiting[0];
      await table.seidel.browser.post(`/api/p/${table.seidel.id}/admissions/${device?.deviceId}`, {
        decision: 'admit',
      });
      await expect
        .poll(() => app.hub.readCommitted(table.planId, readPlan).then((plan) => plan.leitziel), {
          timeout: 20_000,
        })
        .toContain('Geschrieben von einem Programm.');
      await expect.poll(() => printed, { timeout: 5_000 }).toContain('Geschrieben von einem Programm.');
      // A stock provider says this of our own messages, which it leaves aside.
      expect(trouble.replaceAll('Unable to compute message\n', '')).toBe('');
    } finally {
      program.kill();
    }
  });
});
