import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#server/audit/chain.ts';
import type { EnterAnswer, HomeAnswer } from '#shared/api/answers.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import type { TestBrowser } from '../../helpers/app/browser.ts';
import { openTable, openTestApp, type Place, type Table, type TestApp } from '../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../helpers/database.ts';

describe.each(USE_CASE_KINDS)('leading a meeting (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  let leon: Place;
  beforeAll(async () => {
    app = await openTestApp(kind);
    table = await openTable(app);
    leon = await table.seat('leon');
  });
  afterAll(() => app.stop());

  const lead = (path: string, body: unknown = {}) =>
    table.seidel.browser.post<ErrorBody>(`/api/p/${table.seidel.id}/${path}`, body);

  it('[ME18] the clock stands until who leads begins, and only the first beginning counts', async () => {
    const made = await leon.live.untilTable();
    expect([made.phase, made.phaseStartedAt]).toEqual(['ankommen', null]);
    expect((await lead('phase', { phase: 'ankommen' })).status).toBe(200);
    const begun = await leon.live.untilTable(({ phaseStartedAt }) => phaseStartedAt !== null);
    expect(begun.phases[0]).toEqual(made.phases[0]);
    expect((await lead('phase', { phase: 'ankommen' })).status).toBe(200);
    await lead('phase/extend', { minutes: 1 });
    const later = await leon.live.untilTable(({ phaseMinutes }) => phaseMinutes === made.phaseMinutes + 1);
    expect(later.phaseStartedAt).toBe(begun.phaseStartedAt);
  });

  it('[ME1] steps go in any order; those that were left are done, and everybody sees it', async () => {
    expect((await lead('phase', { phase: 'ziele' })).status).toBe(200);
    const there = await leon.live.untilTable(({ phase }) => phase === 'ziele');
    expect(there.phases.map(({ phase, state }) => `${phase} ${state}`).slice(0, 2)).toEqual([
      'ankommen done',
      'sicht_kind next',
    ]);
    expect((await lead('phase', { phase: 'ankommen' })).status).toBe(200);
    const back = await leon.live.untilTable(({ phase }) => phase === 'ankommen');
    expect(back.phases.filter(({ state }) => state !== 'next').map(({ phase }) => phase)).toEqual([
      'ankommen',
    ]);
    expect(Date.parse(back.phaseStartedAt ?? '')).toBeGreaterThanOrEqual(
      Date.parse(there.phaseStartedAt ?? ''),
    );
    const unknown = await lead('phase', { phase: 'anliegen' });
    expect(unknown.body.fields).toEqual([
      { field: 'phase', reason: 'Diesen Schritt gibt es in diesem Gespräch nicht.' },
    ]);
  });

  it('[ME2] a step can get more minutes', async () => {
    const before = await leon.live.untilTable(({ phase }) => phase === 'ankommen');
    await lead('phase/extend', { minutes: 5 });
    const after = await leon.live.untilTable(({ phaseMinutes }) => phaseMinutes === before.phaseMinutes + 5);
    expect(after.phases[0]?.minutes).toBe(after.phaseMinutes);
    expect((await lead('phase/extend', { minutes: 0 })).status).toBe(400);
    expect((await lead('phase/extend', { minutes: 1.5 })).status).toBe(400);
  });

  it('[ME3] a turn is given to somebody at this table, taken back, and ends with the step', async () => {
    const personId = (await leon.live.untilTable()).me.person?.id;
    await lead('turn', { personId });
    await leon.live.untilTable(({ turn }) => turn === personId);
    await lead('turn', { personId: null });
    await leon.live.untilTable(({ turn }) => turn === null);
    await lead('turn', { personId });
    await lead('phase', { phase: 'ressourcen' });
    await leon.live.untilTable(({ turn, phase }) => turn === null && phase === 'ressourcen');
    expect((await lead('turn', { personId: 'nobody' })).body.fields?.[0]?.field).toBe('personId');
    const mia = (await leon.live.untilTable()).persons.find(({ name }) => name === 'Mia');
    expect((await lead('turn', { personId: mia?.id })).status).toBe(400);
  });

  it('[AC6] whoever does not lead cannot lead', async () => {
    for (const [path, body] of [
      ['phase', { phase: 'ziele' }],
      ['phase/extend', { minutes: 5 }],
      ['turn', { personId: null }],
      ['freeze', { step: 'begin' }],
      [`people/${table.seidel.id}/remove`, {}],
      [`people/${leon.id}/link`, {}],
    ] as const) {
      const answer = await leon.browser.post<ErrorBody>(`/api/p/${leon.id}/${path}`, body);
      expect(`${path} ${answer.status} ${answer.body.error}`).toBe(`${path} 403 forbidden`);
      expect(answer.body.message).toBe('Das kannst du an diesem Platz nicht tun.');
    }
  });

  it('[ME5] language and form of address are the person’s own and change at once', async () => {
    await leon.browser.post(`/api/p/${leon.id}/settings`, { language: 'en' });
    const view = await leon.live.untilTable(({ me }) => me.language === 'en');
    expect(view.me.address).toBe('du');
    const answer = await leon.browser.post<ErrorBody>(`/api/p/${leon.id}/turn`, { personId: null });
    expect(answer.body.message).toBe('This cannot be done from this place.');
    expect((await leon.browser.post(`/api/p/${leon.id}/settings`, { language: 'fr' })).status).toBe(400);
    await leon.browser.post(`/api/p/${leon.id}/settings`, { language: 'de' });
  });

  it('[ME21] the language chosen before the table is spoken at the table', async () => {
    const enter = async (browser: TestBrowser, body: { language?: string }): Promise<string> => {
      const path = `/api/staff/meetings/${table.meetingId}/enter`;
      const { participationId } = (await browser.post<EnterAnswer>(path, body)).body;
      const view = await browser.live(participationId).untilTable();
      return view.me.language;
    };
    const browser = app.browser();
    await browser.post('/api/demo/sign-in');
    expect(await enter(browser, { language: 'en' })).toBe('en');
    // The same browser again: without a choice it stays as it is, with another it changes.
    expect(await enter(browser, {})).toBe('en');
    expect(await enter(browser, { language: 'de' })).toBe('de');
    const other = app.browser();
    await other.post('/api/demo/sign-in');
    expect(await enter(other, {})).toBe('de');
    expect(await enter(other, { language: 'en' })).toBe('en');
    expect(await enter(browser, {})).toBe('de');
    const wrong = await other.post(`/api/staff/meetings/${table.meetingId}/enter`, { language: 'fr' });
    expect(wrong.status).toBe(400);
  });

  it('[ME6] what happened is written down in a chain that finds every change', async () => {
    const { sql } = app.database;
    expect(await verifyChain(sql, { kind: 'meeting', id: table.meetingId })).toMatchObject({ valid: true });
    const types = await sql`select distinct type from audit_event where subject_id = ${table.meetingId}`;
    expect(types.map((row) => row['type'])).toEqual(
      expect.arrayContaining([
        'meeting_made',
        'link_made',
        'link_used',
        'device_admitted',
        'phase_moved',
        'turn_given',
      ]),
    );
    const bodies =
      await sql`select body::text as body from audit_event where subject_id = ${table.meetingId}`;
    expect(bodies.map((row) => row['body']).join(' ')).not.toMatch(/Leon|Wegner|seidel@/);
    await expect(sql`update audit_event set type = 'x'`).rejects.toThrow(/append-only/);
    await expect(sql`delete from audit_event`).rejects.toThrow(/append-only/);
    await sql`alter table audit_event disable trigger audit_event_fixed`;
    await sql`update audit_event set body = '{}' where subject_id = ${table.meetingId} and seq = 3`;
    expect(await verifyChain(sql, { kind: 'meeting', id: table.meetingId })).toEqual({
      valid: false,
      seq: 3,
      why: 'hash',
    });
    await sql`delete from audit_event where subject_id = ${table.meetingId} and seq = 3`;
    expect(await verifyChain(sql, { kind: 'meeting', id: table.meetingId })).toEqual({
      valid: false,
      seq: 4,
      why: 'gap',
    });
    await sql`alter table audit_event enable trigger audit_event_fixed`;
  });

  it('[ME9] the caseworker’s home shows names and dates of the own meetings, and who has come', async () => {
    const { body } = await table.seidel.browser.get<HomeAnswer>('/api/staff/home');
    expect(body.account).toEqual({ name: 'Frau Seidel', initials: 'Se' });
    expect(body.meetings.map(({ facts, state }) => `${facts.number} ${state}`)).toEqual([
      '2 open',
      '1 sealed',
    ]);
    const [today, first] = body.meetings;
    expect(today?.people.find(({ person }) => person.name === 'Leon')?.linkOpened).toBe(true);
    expect(today?.people.find(({ person }) => person.name === 'Herr Krüger')).toMatchObject({
      linkOpened: false,
      remote: true,
    });
    expect(first).toMatchObject({ decided: 5, expected: 5, version: { number: '1.0' } });
    expect(JSON.stringify(body)).not.toContain('Abend');
  });
});
