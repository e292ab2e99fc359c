import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { connect } from '#server/db/database.ts';
import type { Sql } from '#server/db/sql.ts';
import type { DemoAnswer, EnterAnswer, HomeAnswer } from '#shared/api/answers.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import { addCard } from '#shared/documents/own/cards.ts';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { TestBrowser } from '../../helpers/app/browser.ts';
import { linkOf, openLink, tokenOf } from '../../helpers/app.ts';
import { type ServerProcess, startServer } from '../../helpers/server-process.ts';
import { connectClient, type SyncClient, saved, until } from '../../helpers/sync-server.ts';

const LONG = 240_000;

/** Everything that must not be found, by what it is. */
const secrets = new Map<string, string>();

/** Something that a person types, unlike anything else. */
function canary(what: string): string {
  const words = `Kanarienvogel-${what}-7f3a9c`;
  secrets.set(what, words);
  return words;
}

interface Seated {
  browser: TestBrowser;
  id: string;
}

describe('the log of a whole meeting, at its loudest', () => {
  let server: ServerProcess;
  let sql: Sql;
  let demo: DemoAnswer;
  const browsers: TestBrowser[] = [];
  beforeAll(async () => {
    server = await startServer('postgres', { LOG_LEVEL: 'trace', EXAMPLE: 'off' });
    sql = connect(server.databaseUrl ?? '', 1);
    await sql`update person set display_name = ${canary('name')}, first_name = ${canary('vorname')},
      last_name = ${canary('nachname')}, phone = ${canary('telefon')} where display_name = 'Leon'`;
    demo = await server.demo();
  }, LONG);
  afterAll(async () => {
    for (const browser of browsers) {
      browser.close();
    }
    await sql.end({ timeout: 5 });
    await server.close();
  });

  const newBrowser = (): TestBrowser => {
    const made = new TestBrowser(server.url, server.url);
    browsers.push(made);
    return made;
  };
  const post = ({ browser, id }: Seated, path: string, body: unknown = {}) =>
    browser.post<ErrorBody & { url?: string }>(`/api/p/${id}/${path}`, body, {
      'user-agent': canary('browser'),
    });

  /** A wrong password first, then the right one. */
  async function signIn(): Promise<Seated & { meetingId: string }> {
    const browser = newBrowser();
    const path = '/api/auth/sign-in/email';
    const wrong = { email: `${canary('mail').toLowerCase()}@amt.example`, password: canary('passwort') };
    expect((await browser.post(path, wrong)).status).toBe(401);
    secrets.set('mail, small', wrong.email);
    secrets.set('account', demo.signIn.email).set('its password', demo.signIn.password);
    const known = { ...demo.signIn, password: canary('falsches-passwort') };
    expect((await browser.post(path, known)).status).toBe(401);
    expect((await browser.post(path, demo.signIn)).status).toBe(200);
    const home = await browser.get<HomeAnswer>('/api/staff/home');
    const meetingId = home.body.meetings.find(({ state }) => state !== 'sealed')?.facts.id ?? '';
    const entered = await browser.post<EnterAnswer>(`/api/staff/meetings/${meetingId}/enter`);
    return { browser, id: entered.body.participationId, meetingId };
  }

  /** Leon opens his link, says who he is, and is let in. */
  async function letIn(seidel: Seated): Promise<Seated> {
    const browser = newBrowser();
    secrets.set('token of the link', tokenOf(linkOf(demo, 'leon')));
    const id = await openLink(browser, linkOf(demo, 'leon'));
    await browser.post(`/api/p/${id}/confirm`);
    const [device] = await sql<{ id: string }[]>`
      select id from device where participation_id = ${id} order by created_at desc limit 1`;
    expect((await post(seidel, `admissions/${device?.id}`, { decision: 'admit' })).status).toBe(200);
    return { browser, id };
  }

  async function open({ browser, id }: Seated, documentId: string): Promise<SyncClient> {
    const client = connectClient(`${server.url.replace('http', 'ws')}/sync/${id}`, documentId, new Y.Doc(), {
      origin: server.url,
      cookie: browser.cookieHeader(),
    });
    await until(() => client.provider.synced, 'the document is there');
    return client;
  }

  /** A goal in the plan, a card of one's own, and the card shown to all. */
  async function writeTogether(seidel: Seated, leon: Seated): Promise<void> {
    const { documents } = await leon.browser.live(leon.id).untilTable();
    const plan = await open(seidel, documents.plan);
    plan.provider.awareness.setLocalState({ selected: canary('auswahl') });
    addGoal(plan.doc, null, { textOwn: canary('ziel') }, 'list');
    await saved(plan);
    const own = await open(leon, documents.own ?? '');
    const cardId = addCard(own.doc, { kind: 'ziel', text: canary('karte') }, 'list');
    addCard(own.doc, { kind: 'satz', text: canary('nur-fuer-mich') }, 'list');
    await saved(own);
    expect((await post(leon, 'own/show', { recordIds: [cardId] })).status).toBe(200);
    plan.destroy();
    own.destroy();
  }

  /** What goes wrong, each time with words in it; at the end an error whose own text holds a remark. */
  async function stumble(seidel: Seated, leon: Seated, versionId: string, sha256: string): Promise<void> {
    const browser = newBrowser();
    await browser.get(`/${canary('pfad')}?q=${canary('frage')}`);
    await browser.get(`/api/${canary('api-pfad')}`, { 'x-request-id': canary('request-id') });
    await browser.post('/api/links/exchange', { token: canary('falscher-token') });
    await browser.post('/api/links/exchange', `{"token": "${canary('kaputt')}`);
    await post(seidel, 'phase', { phase: canary('phase') });
    await leon.browser.get(`/api/p/${canary('platz')}/versions/${canary('version')}`);
    const said = { sha256, decision: 'mit_anmerkung', remark: canary('anmerkung'), method: 'bestaetigt' };
    const typed = {
      sha256,
      decision: 'einverstanden',
      method: 'name_getippt',
      typedName: canary('unterschrift'),
    };
    expect((await post(leon, `versions/${versionId}/signoff`, typed)).status).toBe(422);
    await sql`alter table signoff add constraint canary check (remark is null) not valid`;
    const failed = await post(leon, `versions/${versionId}/signoff`, said);
    expect(failed.status).toBe(500);
    const line = lines().find(({ event }) => event === 'request.failed');
    expect(line).toMatchObject({
      level: 'error',
      requestId: failed.headers.get('x-request-id'),
      method: 'POST',
      route: '/api/p/:participationId/versions/:versionId/signoff',
      participationId: leon.id,
      error: { name: 'PostgresError', code: '23514' },
    });
    await sql`alter table signoff drop constraint canary`;
    expect((await post(leon, `versions/${versionId}/signoff`, said)).status).toBe(200);
  }

  function lines(): Record<string, unknown>[] {
    return server
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it(
    '[OP42] [OP43] holds nothing that anybody typed, is called, or opens a door with',
    async () => {
      const seidel = await signIn();
      const leon = await letIn(seidel);
      const live = seidel.browser.live(seidel.id);
      await writeTogether(seidel, leon);
      const note = { participationId: leon.id, attendance: 'excused', note: canary('anwesenheit') };
      await post(seidel, 'attendance', { notes: [note] });
      await post(seidel, 'phase', { phase: 'ziele' });
      const { url = '' } = (await post(seidel, `people/${leon.id}/link`)).body;
      secrets.set('token of a new link', tokenOf(url));
      expect((await post(seidel, 'freeze', { step: 'begin' })).status).toBe(200);
      await post(seidel, 'freeze', { step: 'now' });
      const { version } = await live.untilTable(({ state }) => state === 'frozen');
      await stumble(seidel, leon, version?.id ?? '', version?.sha256 ?? '');
      const file = await leon.browser.get(`/api/p/${leon.id}/versions/${version?.id}/protocol.pdf`);
      expect(file.headers.get('content-type')).toContain('application/pdf');
      expect((await post(seidel, `versions/${version?.id}/seal`)).status).toBe(200);
      const next = {
        type: 'fortschreibung',
        date: '2099-01-01',
        start: '10:00',
        end: '11:00',
        place: canary('ort'),
      };
      await post(seidel, 'next-meeting', next);
      for (const { browser } of [seidel, leon]) {
        for (const [name, value] of browser.cookies) {
          secrets.set(`cookie ${name}`, value).set(`cookie ${name}, plain`, decodeURIComponent(value));
        }
      }
      await until(() => lines().some(({ event }) => event === 'socket.closed'), 'a socket was closed');
      await server.kill();
      const printed = server.output();
      expect(secrets.size).toBeGreaterThan(25);
      expect([...secrets].filter(([, words]) => printed.includes(words)).map(([what]) => what)).toEqual([]);
      expect(printed).not.toContain('Kanarienvogel');
      expect(printed).not.toContain('[removed]');
      const events = new Set(lines().map(({ event }) => event));
      expect(events).not.toContain('accounts.failed');
      for (const event of ['request.answered', 'socket.opened', 'views.sent', 'freeze.written']) {
        expect(events).toContain(event);
      }
    },
    LONG,
  );
});
