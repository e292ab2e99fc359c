import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PDF_LIMITS } from '#server/protocol/export/pdf.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import { openTable, openTestApp, type Table, type TestApp } from '../../helpers/app.ts';
import { DATABASE_KINDS } from '../../helpers/database.ts';

describe.each(DATABASE_KINDS)('a version as PDF, kept (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  let versionId: string;
  beforeAll(async () => {
    app = await openTestApp(kind);
    table = await openTable(app);
    const { previous } = await table.seidel.live.untilTable();
    versionId = previous?.id ?? '';
  });
  afterAll(() => app.stop());

  const pathOf = (id = table.seidel.id): string => `/api/p/${id}/versions/${versionId}/protocol.pdf`;
  const jobs = () => app.database.sql<{ state: string }[]>`select state from job where kind = 'pdf'`;

  it('[PR54] two who ask at once wait for one setting, and later ones get the stored bytes', async () => {
    const [first, second] = await Promise.all([
      table.seidel.browser.get(pathOf()),
      table.seidel.browser.get(pathOf()),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.text.startsWith('%PDF-')).toBe(true);
    expect(second.text).toBe(first.text);
    const leon = await table.seat('leon');
    const third = await leon.browser.get(pathOf(leon.id));
    expect(third.text).toBe(first.text);
    expect(await jobs()).toEqual([{ state: 'done' }]);
  }, 60_000);

  it('[PR54] who hangs up changes nothing: the page is there for the next', async () => {
    const { sql } = app.database;
    await sql`delete from protocol_pdf`;
    await sql`delete from job`;
    const stop = new AbortController();
    const asked = fetch(app.url + pathOf(), {
      headers: { cookie: table.seidel.browser.cookieHeader() },
      signal: stop.signal,
    }).catch((error: Error) => error.name);
    await expect.poll(async () => (await jobs()).length).toBe(1);
    stop.abort();
    expect(await asked).toBe('AbortError');
    await expect.poll(async () => (await jobs())[0]?.state, { timeout: 30_000 }).toBe('done');
    const stored = await sql`select from protocol_pdf`;
    expect(stored.length).toBe(1);
  }, 60_000);

  it('[PR54] a job holds ids only', async () => {
    const rows = await app.database.sql<{ text: string }[]>`select job::text as text from job`;
    expect(rows.map(({ text }) => text).join(' ')).not.toMatch(/Leon|Wegner|Seidel/);
  });
});

it('[PR53] a version that takes too much is told as such, at once the second time, and others get theirs', async () => {
  const app = await openTestApp('postgres', { pdfLimits: { ...PDF_LIMITS, pages: 1 } });
  const table = await openTable(app);
  const { previous } = await table.seidel.live.untilTable();
  const path = `/api/p/${table.seidel.id}/versions/${previous?.id}/protocol`;
  for (let n = 0; n < 2; n++) {
    const answer = await table.seidel.browser.get<ErrorBody>(`${path}.pdf`);
    expect([answer.status, answer.body.error]).toEqual([503, 'export_unavailable']);
  }
  const attempts = await app.database.sql`select attempts, why from job`;
  expect([...attempts]).toEqual([{ attempts: 1, why: 'over_limit' }]);
  expect((await table.seidel.browser.get(`${path}.json`)).status).toBe(200);
  await app.stop();
}, 60_000);
