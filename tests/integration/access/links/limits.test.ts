import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorBody } from '#shared/api/errors.ts';
import { openTable, openTestApp, type TestApp } from '../../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../../helpers/database.ts';

describe.each(USE_CASE_KINDS)('personal links (%s)', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(kind);
    await app.demo.ensure();
  });
  afterAll(() => app.stop());

  it('[AC26] a device that asks without end is refused after a while; others are not', async () => {
    const limited = await openTestApp(kind, { requestLimits: { commands: 5, reads: 8 } });
    try {
      const here = await openTable(limited);
      const flood = async (ask: () => Promise<{ status: number }>): Promise<number[]> => {
        const codes: number[] = [];
        for (let asked = 0; asked < 12; asked++) {
          codes.push((await ask()).status);
        }
        return codes;
      };
      const guest = await here.seat('aydin');
      const settings = (): Promise<{ status: number }> =>
        guest.browser.post(`/api/p/${guest.id}/settings`, { language: 'de' });
      const refused = await flood(settings);
      expect(refused.filter((code) => code < 300).length).toBeGreaterThan(0);
      expect(refused.slice(-6)).toEqual([429, 429, 429, 429, 429, 429]);
      expect((await flood(() => here.seidel.browser.get('/api/staff/home'))).slice(-3)).toEqual([
        429, 429, 429,
      ]);
      const leads = await here.seidel.browser.post(`/api/p/${here.seidel.id}/settings`, { language: 'de' });
      expect(leads.status).toBeLessThan(300);
    } finally {
      await limited.stop();
    }
  });

  it('[AC26] a HEAD is a reading: it counts as one, and takes no turn of a command', async () => {
    const limited = await openTestApp(kind, { requestLimits: { commands: 4, reads: 12 } });
    try {
      const here = await openTable(limited);
      const { browser, id } = await here.seat('aydin');
      const peek = async (): Promise<number> => {
        const headers = { cookie: browser.cookieHeader() };
        const path = `/api/p/${id}/versions/unknown/protocol.pdf`;
        return (await fetch(`${limited.url}${path}`, { method: 'HEAD', headers })).status;
      };
      const peeks: number[] = [];
      for (let asked = 0; asked < 14; asked++) {
        peeks.push(await peek());
      }
      expect(peeks).toEqual([...Array.from({ length: 12 }, () => 404), 429, 429]);
      expect((await browser.post(`/api/p/${id}/settings`, { language: 'de' })).status).toBe(200);
    } finally {
      await limited.stop();
    }
  });

  it('[AC11] guessing links ends after twenty wrong ones, for that address', async () => {
    const limited = await openTestApp(kind, { database: app.database });
    try {
      const answers: number[] = [];
      for (let turn = 0; turn < 22; turn++) {
        answers.push(
          (await limited.browser().post('/api/links/exchange', { token: `guess-${turn}` })).status,
        );
      }
      expect(answers).toEqual([...new Array(20).fill(404), 429, 429]);
    } finally {
      await limited.stop();
    }
  });

  it('[AC11] who guesses at one account keeps no colleague behind the same address out', async () => {
    const limited = await openTestApp(kind, { database: app.database });
    try {
      const colleague = { email: 'kollege@example.org', password: 'long enough for all' };
      await limited.auth.putAccount({ name: 'Kai Kollege', ...colleague });
      const path = '/api/auth/sign-in/email';
      const codes: number[] = [];
      for (let turn = 0; turn < 12; turn++) {
        const guess = { email: 'SEIDEL@planrunde.example', password: `guess number ${turn}` };
        codes.push((await limited.browser().post(path, guess)).status);
      }
      expect(codes.slice(-3)).toEqual([401, 429, 429]);
      expect((await limited.browser().post(path, colleague)).status).toBe(200);
    } finally {
      await limited.stop();
    }
  });

  it('[AC11] guessing passwords ends too', async () => {
    const limited = await openTestApp(kind, { database: app.database });
    try {
      const answers: number[] = [];
      for (let turn = 0; turn < 12; turn++) {
        const guess = { email: 'seidel@planrunde.example', password: `guess number ${turn}` };
        const answer = await limited.browser().post<ErrorBody>('/api/auth/sign-in/email', guess, {
          'x-forwarded-for': `10.0.0.${turn}`,
          'x-planrunde-client-address': `10.0.0.${turn}`,
        });
        answers.push(answer.status);
      }
      expect(answers).toEqual([...new Array(10).fill(401), 429, 429]);
    } finally {
      await limited.stop();
    }
  });
});
