import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#server/access/actor.ts';
import { pdfFor } from '#server/protocol/stored-pdf.ts';
import type { VersionRef } from '#shared/api/view.ts';
import { openTable, openTestApp, type Place, type Table, type TestApp } from '../../helpers/app.ts';
import { DATABASE_KINDS } from '../../helpers/database.ts';
import { poppler } from '../../helpers/poppler.ts';

const SOON = { timeout: 30_000 };

describe.each(DATABASE_KINDS)('orders of a PDF while things change (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  let leon: Place;
  let version: VersionRef;
  beforeAll(async () => {
    app = await openTestApp(kind, { flushMs: 300 });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.database.sql`delete from job`;
    await app.demo.reset();
    table = await openTable(app);
    leon = await table.seat('leon');
    await post(table.seidel, 'freeze', { step: 'begin' });
    const frozen = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    version = frozen.version as VersionRef;
  });

  const post = (place: Place, path: string, body: unknown = {}) =>
    place.browser.post(`/api/p/${place.id}/${path}`, body);
  const decide = async (place: Place, decision: string): Promise<void> => {
    const said = { sha256: version.sha256, decision, method: 'bestaetigt' };
    expect((await post(place, `versions/${version.id}/signoff`, said)).status).toBe(200);
  };
  const order = (place: Place, signal?: AbortSignal): Promise<Response> =>
    fetch(`${app.url}/api/p/${place.id}/versions/${version.id}/protocol.pdf`, {
      headers: { cookie: place.browser.cookieHeader() },
      ...(signal ? { signal } : {}),
    });
  const textOf = async (answer: Response): Promise<string> => {
    expect(answer.status).toBe(200);
    return poppler('pdftotext', ['-raw', '-', '-'], new Uint8Array(await answer.arrayBuffer()));
  };
  const states = async (): Promise<string> =>
    (await app.database.sql<{ state: string }[]>`select state from job order by id`)
      .map(({ state }) => state)
      .join(' ');

  it('[PR54] a decision while a page is being set ends nobody’s order', async () => {
    const asked = order(table.seidel);
    await expect.poll(states, SOON).toBe('running');
    await decide(leon, 'einverstanden');
    expect((await textOf(await asked)).length).toBeGreaterThan(1_000);
    expect(await textOf(await order(leon))).toContain('einverstanden');
  }, 90_000);

  it('[PR47] [PR54] who is taken out while a page is being set is on none that is kept', async () => {
    const asked = order(table.seidel);
    await expect.poll(states, SOON).toBe('running');
    const { participants } = await table.seidel.live.untilTable();
    const aydin = participants.find(({ person }) => person.name === 'Herr Aydın')?.participationId ?? '';
    expect((await post(table.seidel, `people/${aydin}/remove`)).status).toBe(200);
    for (const answer of [await asked, await order(table.seidel)]) {
      const [, behind = ''] = (await textOf(answer)).split(
        /Platz\s+für\s+eine\s+Unterschrift\s+auf\s+Papier:/,
      );
      const open = [...behind.matchAll(/^(.*) \([^)]+\) Datum/gm)].map(([, name]) => name);
      expect(open).toContain('Leon');
      expect(open).not.toContain('Herr Aydın');
    }
  }, 90_000);

  it('[PR54] orders that a later decision has passed are not set, so nobody waits for them', async () => {
    const { sql } = app.database;
    await sql`insert into job (kind, key, ids, state, meeting_id, lease, leased_until)
      values ('other', 'first', '{}', 'running', ${table.meetingId}, 'other', now() + interval '1 hour')`;
    const hungUp = new AbortController();
    for (const [n, decision] of ['einverstanden', 'nicht_einverstanden', 'einverstanden'].entries()) {
      await decide(leon, decision);
      order(leon, hungUp.signal).catch(() => undefined);
      await expect.poll(states, SOON).toBe(`running${' waiting'.repeat(n + 1)}`);
    }
    hungUp.abort();
    await decide(leon, 'nicht_einverstanden');
    const asked = order(table.seidel);
    await expect.poll(states, SOON).toBe('running waiting waiting waiting waiting');
    await sql`update job set state = 'done', ended_at = now() where kind = 'other'`;
    expect((await textOf(await asked)).length).toBeGreaterThan(1_000);
    const kept = await sql<{ reader: string }[]>`
      select reader from protocol_pdf where version_id = ${version.id}`;
    expect(kept.map(({ reader }) => reader)).toEqual(['all']);
  }, 90_000);

  it('[PR54] what is still being made after its time is called that', async () => {
    const { sql } = app.database;
    const jobs = {
      start: async () => {},
      close: async () => {},
      done: async () => ({ state: 'open' as const }),
    };
    const actor = { personId: 'somebody', role: 'moderation', meetingId: table.meetingId } as Actor;
    const asked = pdfFor({ sql, jobs }, actor, version.id, new AbortController().signal);
    await expect(asked).rejects.toMatchObject({ code: 'export_pending' });
  });
});
