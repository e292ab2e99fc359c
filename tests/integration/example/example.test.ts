import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#server/audit/chain.ts';
import { readServerFile } from '#server/http/server-file.ts';
import type { DemoAnswer, MadeRoom, VersionAnswer } from '#shared/api/answers.ts';
import { ROUTES } from '#shared/api/routes.ts';
import { flatten } from '#shared/documents/plan/goals.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { TestBrowser } from '../../helpers/app/browser.ts';
import { linkOf, openLink, openPlan, openTable, openTestApp, type TestApp } from '../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../helpers/database.ts';
import { until } from '../../helpers/sync-server.ts';

describe.each(USE_CASE_KINDS)('example case (%s)', (kind) => {
  let app: TestApp;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'planrunde-demo-'));
    app = await openTestApp(kind, { dataDir });
  });
  afterAll(async () => {
    await app.stop();
    expect(readServerFile(dataDir)).toBeNull();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const ask = async <T>(path: string, body: unknown, key = readServerFile(dataDir)?.key) => {
    const answer = await fetch(`${app.url}/api/demo/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as T };
  };

  it('[AP1] the server has the routes of the table and no others', () => {
    const routes = app.app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'));
    const names = routes.map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(names)].filter((name) => !name.includes('/api/auth/')).sort()).toEqual(
      ROUTES.map(({ method, path }) => `${method} ${path}`).sort(),
    );
  });

  it('[ME8] without an example there is no newcomer’s page and no way in', async () => {
    const browser = app.browser();
    expect((await browser.get('/api/demo')).status).toBe(404);
    expect((await browser.post('/api/demo/sign-in')).status).toBe(404);
    expect((await browser.post('/api/demo/reset')).status).toBe(404);
  });

  it('[ME8] two requests at once load one example', async () => {
    await Promise.all([app.demo.ensure(), app.demo.ensure(), app.demo.freshLinks(app.url)]);
    expect(await app.database.sql`select count(*)::int as n from demo_case`).toEqual([{ n: 1 }]);
  });

  it('[ME8] version 1.0 is a real version: frozen, signed on its own days, sealed', async () => {
    const table = await openTable(app);
    const view = await table.seidel.live.untilTable();
    const { body } = await table.seidel.browser.get<VersionAnswer>(
      `/api/p/${table.seidel.id}/versions/${view.previous?.id}`,
    );
    expect(body.version).toMatchObject({ number: '1.0', sha256: view.previous?.sha256 });
    expect(body.signoffs.map(({ person }) => person.initials).sort()).toEqual(['Ay', 'Kr', 'Le', 'Se', 'We']);
    const father = body.signoffs.find(({ person }) => person.initials === 'Kr');
    const days = (Date.parse(father?.at ?? '') - Date.parse(body.version.frozenAt)) / 86_400_000;
    expect(Math.round(days)).toBe(6);
    expect(body.content.leitziel).toContain('Wir sind gern zusammen zu Hause');
    expect(JSON.stringify(body.content)).not.toMatch(/Kinderarzt|Gefährdung|leistungsbereich/);
    expect(
      body.content.participants.find(({ attendance }) => attendance === 'nicht_eingeladen')?.reason,
    ).toMatch(/Mia/);
    const meetings = await app.database.sql`select id from meeting`;
    for (const row of meetings) {
      expect(await verifyChain(app.database.sql, { kind: 'meeting', id: row['id'] })).toMatchObject({
        valid: true,
      });
    }
  });

  it('[ME8] the second meeting is today, starts from 1.0 and knows nothing of its results yet', async () => {
    const table = await openTable(app);
    const view = await table.seidel.live.untilTable();
    expect(view.meeting).toMatchObject({
      number: 2,
      childName: 'Leon',
      start: '16:00',
      end: '17:20',
      mode: 'hybrid',
    });
    expect(view.phases.map(({ phase, minutes }) => `${phase} ${minutes}`)).toEqual([
      'ankommen 5',
      'sicht_kind 10',
      'rueckblick 20',
      'sicht_weitere 10',
      'ressourcen 10',
      'ziele 20',
      'vereinbarungen 10',
      'abschluss 10',
    ]);
    const plan = await app.hub.readCommitted(table.planId, readPlan);
    const goals = flatten(plan.goals);
    expect([0, 1, 2].map((depth) => goals.filter((goal) => goal.depth === depth).length)).toEqual([3, 4, 9]);
    expect(
      goals.every(({ review, scales }) => review.result === null && Object.keys(scales).length === 0),
    ).toBe(true);
    expect(goals.find(({ number }) => number === '1.1')?.before).toMatchObject({ version: '1.0', target: 7 });
    expect(Object.values(goals.find(({ number }) => number === '1.1')?.before?.scales ?? {}).sort()).toEqual([
      3, 4,
    ]);
    expect(goals.filter(({ depth, status }) => depth === 2 && status === 'erledigt').length).toBe(4);
    expect(plan.resources.length).toBe(12);
    expect(plan.services.length).toBe(1);
    expect(plan.services[0]?.hoursPerWeek).toBe(6);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
    expect(view.meeting.date).toBe(today);
    expect(goals.every(({ dueDate }) => dueDate === null || dueDate <= today)).toBe(true);
  });

  it('[ME8] the page keeps its links; fresh ones leave earlier ones valid', async () => {
    const browser = app.browser();
    const first = (await browser.get<DemoAnswer>('/api/demo')).body;
    expect((await browser.get<DemoAnswer>('/api/demo')).body).toEqual(first);
    expect(first.places.map(({ id, url }) => `${id} ${url !== null}`)).toEqual([
      'seidel false',
      'screen true',
      'leon true',
      'krueger true',
      'wegner true',
      'aydin true',
    ]);
    const { body: fresh } = await ask<DemoAnswer>('links', {});
    expect(linkOf(fresh, 'leon')).not.toBe(linkOf(first, 'leon'));
    const id = await openLink(app.browser(), linkOf(fresh, 'leon'));
    expect(await openLink(app.browser(), linkOf(first, 'leon'))).toBe(id);
    expect(linkOf(fresh, 'leon').startsWith(`${app.url}/j#`)).toBe(true);
  });

  it('[ME8] the password that the page shows signs in', async () => {
    const browser = app.browser();
    const { signIn } = (await browser.get<DemoAnswer>('/api/demo')).body;
    expect((await browser.post('/api/auth/sign-in/email', signIn)).status).toBe(200);
    expect((await browser.get('/api/staff/home')).status).toBe(200);
  });

  it('[ME8] the command’s key is in a file that only the owner may read, and another key opens nothing', async () => {
    expect(statSync(join(dataDir, 'server.json')).mode & 0o777).toBe(0o600);
    expect((await ask('links', {}, 'another key')).status).toBe(401);
    expect((await ask('links', {}, '')).status).toBe(401);
    expect((await ask('rooms', { meetings: 1, participants: 1, admit: true }, 'x')).status).toBe(401);
  });

  it('[ME8] resetting archives and never deletes: old links end, open tabs hear of it, versions stay', async () => {
    const table = await openTable(app);
    const leon = await table.seat('leon');
    const versions = await app.database.sql`select id from protocol_version order by id`;
    const before = table.demo;
    expect((await app.browser().post('/api/demo/reset')).status).toBe(200);
    await leon.live.until((view) => view.kind === 'gone');
    expect(await leon.live.untilClosed()).toBe(4403);
    const old = await app
      .browser()
      .post('/api/links/exchange', { token: linkOf(before, 'leon').split('#')[1] });
    expect(old.status).toBe(404);
    const after = await app.database.sql`select id from protocol_version`;
    expect(after.map((row) => row['id'])).toEqual(expect.arrayContaining(versions.map((row) => row['id'])));
    expect(after.length).toBe(versions.length + 1);
    const again = await openTable(app);
    expect(again.meetingId).not.toBe(table.meetingId);
    expect(again.demo.signIn).toEqual(before.signIn);
  });

  it('[ME8] rooms for measuring: everybody admitted, ready to connect', async () => {
    const { body } = await ask<MadeRoom[]>('rooms', { meetings: 2, participants: 3, admit: true });
    expect(body.map(({ places }) => places.length)).toEqual([3, 3]);
    const [room] = body as [MadeRoom];
    const place = room.places[1];
    const browser = new TestBrowser(app.url, app.url);
    const [name = '', value = ''] = (place?.cookie ?? '').split('=');
    browser.cookies.set(name, value);
    expect(place?.sync).toBe(
      `${app.url.replace('http', 'ws')}/sync/${place?.participationId}/${room.planId}`,
    );
    const live = browser.live(place?.participationId ?? '');
    const client = openPlan(app, { browser, id: place?.participationId ?? '', live }, room.planId);
    await until(() => client.provider.synced, 'the plan is there');
    await live.untilTable(({ participants: seats }) => seats.length === 3);
    client.destroy();
    browser.close();
  });
});
