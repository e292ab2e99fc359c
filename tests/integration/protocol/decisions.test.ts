import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VersionAnswer } from '#shared/api/answers.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import { openTable, openTestApp, type Place, type Table, type TestApp } from '../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../helpers/database.ts';
import { poppler } from '../../helpers/poppler.ts';

const DAY_MS = 86_400_000;

describe.each(USE_CASE_KINDS)('a change of mind (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  let leon: Place;
  let wegner: Place;
  /** How far the server's clock is behind the database's. */
  let behindMs = 0;
  beforeAll(async () => {
    app = await openTestApp(kind, { flushMs: 300, now: () => new Date(Date.now() - behindMs) });
  });
  afterAll(() => app.stop());

  /** A version that was sealed some days ago, with Leon's decision and none of Frau Wegner. */
  const sealedDaysAgo = async (days: number) => {
    await app.demo.reset();
    table = await openTable(app);
    [leon, wegner] = [await table.seat('leon'), await table.seat('wegner')];
    await post(table.seidel, 'freeze', { step: 'begin' });
    const { version } = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const at = version as NonNullable<typeof version>;
    expect((await sign(leon, at, { decision: 'bedenkzeit', thinkUntil: '2099-01-01' })).status).toBe(200);
    behindMs = days * DAY_MS;
    expect((await post(table.seidel, `versions/${at.id}/seal`)).status).toBe(200);
    behindMs = 0;
    return at;
  };
  const post = (place: Place, path: string, body: unknown = {}) =>
    place.browser.post<ErrorBody>(`/api/p/${place.id}/${path}`, body);
  const sign = (place: Place, version: { id: string; sha256: string }, said: Record<string, unknown> = {}) =>
    post(place, `versions/${version.id}/signoff`, {
      sha256: version.sha256,
      decision: 'einverstanden',
      method: 'bestaetigt',
      ...said,
    });
  const read = async (place: Place, versionId: string) =>
    (await place.browser.get<VersionAnswer>(`/api/p/${place.id}/versions/${versionId}`)).body.signoffs;

  const textOnPaper = async ({ id, browser }: Place, versionId: string): Promise<string> => {
    const answer = await fetch(`${app.url}/api/p/${id}/versions/${versionId}/protocol.pdf`, {
      headers: { cookie: browser.cookieHeader() },
    });
    return poppler('pdftotext', ['-raw', '-', '-'], new Uint8Array(await answer.arrayBuffer()));
  };
  /** Names beside the lines for signatures, in their order. */
  const openOnPaper = async (place: Place, versionId: string): Promise<string[]> => {
    const text = await textOnPaper(place, versionId);
    const [, behind = ''] = text.split(/Platz\s+für\s+eine\s+Unterschrift\s+auf\s+Papier:/);
    return [...behind.matchAll(/^(.*) \([^)]+\) Datum/gm)].map(([, name = '']) => name);
  };

  it('[SG14] is taken on the fourteenth day after sealing', async () => {
    const version = await sealedDaysAgo(14);
    expect((await sign(leon, version)).status).toBe(200);
    const said = await read(wegner, version.id);
    // [SG7] Both stand there, in the order in which they came.
    expect(said.map(({ person, decision }) => `${person.name} ${decision}`)).toEqual([
      'Leon bedenkzeit',
      'Leon einverstanden',
    ]);
  });

  it('[SG14] is refused on the fifteenth, by the database’s clock, in words, and nothing is written', async () => {
    const version = await sealedDaysAgo(15);
    // The server's own clock says that no day has passed.
    behindMs = 15 * DAY_MS;
    const late = await sign(leon, version);
    behindMs = 0;
    expect(`${late.status} ${late.body.error}`).toBe('409 change_over');
    expect(late.body.message).toContain('Deine Antwort bleibt, wie sie ist.');
    expect((await read(leon, version.id)).map(({ decision }) => decision)).toEqual(['bedenkzeit']);
  });

  it('[SG14] whoever has not decided yet still can, once', async () => {
    const version = await sealedDaysAgo(20);
    expect((await sign(wegner, version, { decision: 'nicht_einverstanden' })).status).toBe(200);
    expect((await sign(wegner, version)).body.error).toBe('change_over');
  });

  it('[SG7] before sealing nobody is hurried, and [SG8] earlier decisions of others stay closed too', async () => {
    await app.demo.reset();
    table = await openTable(app);
    [leon, wegner] = [await table.seat('leon'), await table.seat('wegner')];
    behindMs = 40 * DAY_MS;
    await post(table.seidel, 'freeze', { step: 'begin' });
    behindMs = 0;
    const { version } = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const at = version as NonNullable<typeof version>;
    await sign(leon, at, { decision: 'mit_anmerkung', remark: 'Noch nicht.' });
    expect((await sign(leon, at)).status).toBe(200);
    expect(await read(wegner, at.id)).toEqual([]);
    expect((await read(leon, at.id)).map(({ decision }) => decision)).toEqual([
      'mit_anmerkung',
      'einverstanden',
    ]);
    expect((await read(table.seidel, at.id)).length).toBe(2);
  });

  it('[SG75] who was against a version that was opened again stays heard until they answer anew', async () => {
    await app.demo.reset();
    table = await openTable(app);
    [leon, wegner] = [await table.seat('leon'), await table.seat('wegner')];
    await post(table.seidel, 'freeze', { step: 'begin' });
    const { version: first } = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const no = { decision: 'nicht_einverstanden', remark: 'Ich will öfter zu Papa.' };
    await sign(leon, first as NonNullable<typeof first>, no);
    await post(table.seidel, 'reopen');
    await table.seidel.live.untilTable(({ state }) => state === 'open');
    await post(table.seidel, 'freeze', { step: 'begin' });
    const again = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const at = again.version as NonNullable<typeof again.version>;
    const heard = async (place: Place) =>
      (await place.browser.get<VersionAnswer>(`/api/p/${place.id}/versions/${at.id}`)).body.earlier.map(
        ({ person, decision, remark, version }) => `${version} ${person.name} ${decision} ${remark}`,
      );
    const words = '2.0 Leon nicht_einverstanden Ich will öfter zu Papa.';
    expect(await heard(table.seidel)).toEqual([words]);
    expect(await heard(leon)).toEqual([words]);
    // What others said is theirs until sealing.
    expect(await heard(wegner)).toEqual([]);
    const state = again.signoffs.find(({ person }) => person.name === 'Leon');
    expect(state).toMatchObject({
      state: 'offen',
      earlier: { version: '2.0', decision: 'nicht_einverstanden' },
    });
    const paper = (await textOnPaper(table.seidel, at.id)).replace(/\s+/g, ' ');
    expect(paper).toContain('zu Fassung 2.0: nicht einverstanden');
    expect(paper).toContain('Ich will öfter zu Papa.');
    expect((await sign(leon, at)).status).toBe(200);
    expect(await heard(table.seidel)).toEqual([]);
    expect((await textOnPaper(table.seidel, at.id)).replace(/\s+/g, ' ')).not.toContain('zu Fassung 2.0');
  });

  it('[PR47] names as open on paper, for every reader, exactly whom the question before sealing names', async () => {
    await app.demo.reset();
    table = await openTable(app);
    [leon, wegner] = [await table.seat('leon'), await table.seat('wegner')];
    await post(table.seidel, 'freeze', { step: 'begin' });
    const { version } = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const at = version as NonNullable<typeof version>;
    const same = async () => {
      const { signoffs } = await table.seidel.live.untilTable();
      const open = signoffs.filter(({ state }) => state === 'offen').map(({ person }) => person.name);
      expect(await openOnPaper(table.seidel, at.id)).toEqual(open);
      expect(await openOnPaper(leon, at.id)).toEqual(open);
      return open;
    };
    const everybody = await same();
    // Oma Renate was there and is not expected to decide: neither asks her.
    expect(everybody).not.toContain('Oma Renate');
    expect((await sign(wegner, at, { decision: 'bedenkzeit', thinkUntil: '2099-01-01' })).status).toBe(200);
    await table.seidel.live.untilTable(({ signoffs }) =>
      signoffs.some(({ state }) => state === 'entschieden'),
    );
    expect(await same()).toEqual(everybody.filter((name) => name !== 'Frau Wegner'));
    const { participants } = await table.seidel.live.untilTable();
    const aydin = participants.find(({ person }) => person.name === 'Herr Aydın')?.participationId ?? '';
    expect((await post(table.seidel, `people/${aydin}/remove`)).status).toBe(200);
    await table.seidel.live.untilTable(
      (view) => !view.participants.some(({ person }) => person.name === 'Herr Aydın'),
    );
    expect(await same()).not.toContain('Herr Aydın');
  }, 120_000);

  it('[SG17] what is confirmed in the browser that leads is taken, and told wherever the answer stands', async () => {
    await app.demo.reset();
    table = await openTable(app);
    wegner = await table.seat('wegner');
    leon = await table.seat('leon');
    await post(table.seidel, 'freeze', { step: 'begin' });
    const { version } = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const at = version as NonNullable<typeof version>;
    expect((await sign(wegner, at)).status).toBe(200);
    // The same browser holds the seat of who leads as well: it sends both cookies.
    for (const [name, value] of table.seidel.browser.cookies) {
      leon.browser.cookies.set(name, value);
    }
    expect((await sign(leon, at)).status).toBe(200);
    expect((await sign(table.seidel, at)).status).toBe(200);
    const said = await read(table.seidel, at.id);
    expect(said.map(({ person, leadersBrowser }) => `${person.name} ${leadersBrowser ?? ''}`)).toEqual([
      'Frau Wegner ',
      'Leon true',
      'Frau Seidel ',
    ]);
    const json = await table.seidel.browser.get(`/api/p/${table.seidel.id}/versions/${at.id}/protocol.json`);
    expect(json.text.split('"leadersBrowser":true')).toHaveLength(2);
    const paper = (await textOnPaper(table.seidel, at.id)).replace(/\s+/g, ' ');
    expect(paper.split('geöffnet im Browser, der das Gespräch leitet')).toHaveLength(2);
    const audit = await app.database.sql`
      select from audit_event where type = 'version_signed' and (body->>'leadersBrowser')::boolean`;
    expect(audit).toHaveLength(1);
  }, 60_000);

  it('[SG15] one person decides thirty times on a version at most, also all at once, and others go on', async () => {
    await app.demo.reset();
    table = await openTable(app);
    [leon, wegner] = [await table.seat('leon'), await table.seat('wegner')];
    await post(table.seidel, 'freeze', { step: 'begin' });
    const { version } = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const at = version as NonNullable<typeof version>;
    const remark = 'x'.repeat(2000);
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => sign(leon, at, { decision: 'mit_anmerkung', remark })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(30);
    const late = await sign(leon, at);
    expect(`${late.status} ${late.body.error}`).toBe('409 decided_often');
    expect(await read(leon, at.id)).toHaveLength(30);
    expect((await sign(wegner, at)).status).toBe(200);
  });
});
