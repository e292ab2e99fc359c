import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Action, POLICIES, type Policy } from '#server/access/policies.ts';
import { type OpenRoute, routesOf } from '#server/http/allow.ts';
import { type AccountRole, accountRole } from '#shared/access/account-roles.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import type { TestBrowser } from '../../helpers/app/browser.ts';
import { LiveSocket } from '../../helpers/app/live-socket.ts';
import { openTable, openTestApp, type Table, type TestApp } from '../../helpers/app.ts';
import { DATABASE_KINDS } from '../../helpers/database.ts';
import { type Asking, CLOSED, type Named, otherMeeting, seatEverybody, type Who } from './everybody.ts';

const ROWS: Record<Action, Policy> = POLICIES;

/** A body that fits each route that wants one: what is refused is refused for who asks. */
const BODIES: Partial<Record<Action, unknown>> = {
  changeSettings: {},
  changeOffice: {
    name: 'Amt',
    address: '',
    phone: '',
    email: '',
    ombudsName: 'Ombudsstelle',
    ombudsPhone: '0800',
    complaint: '',
  },
  invite: { name: 'N', email: 'fremd@amt.example', role: 'teamleitung' },
  changeRole: { role: 'teamleitung' },
  movePhase: { phase: 'ziele' },
  extendPhase: { minutes: 5 },
  giveTurn: { personId: null },
  noteAttendance: { notes: [{ participationId: 'x', attendance: null }] },
  showOwn: { recordIds: ['x'] },
  takeBackOwn: { recordIds: ['x'] },
  beginFreeze: { step: 'begin' },
  makeNextMeeting: { type: 'fortschreibung', date: '2030-01-01', start: '10:00', end: '11:00', place: 'Amt' },
  decideAdmission: { decision: 'admit' },
  signOff: { sha256: 'a'.repeat(64), decision: 'einverstanden', method: 'bestaetigt' },
};

/** What a person who does not lead may do at the table; the shared screen may do less. */
const AT_TABLE: Action[] = [
  'seeView',
  'changeSettings',
  'leave',
  'openPlan',
  'readVersion',
  'exportVersion',
  'showOwn',
  'takeBackOwn',
];
const ON_SCREEN: Action[] = AT_TABLE.filter(
  (action) => !['exportVersion', 'showOwn', 'takeBackOwn'].includes(action),
);
const IN_LOBBY: Action[] = ['seeView', 'changeSettings', 'leave', 'notMe'];

describe.each(DATABASE_KINDS)('every route against everybody (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  let routes: OpenRoute[];
  let others: Named;
  let people: ReadonlyMap<Who, Asking>;

  beforeAll(async () => {
    app = await openTestApp(kind);
    table = await openTable(app);
    people = await seatEverybody(app, table);
    routes = routesOf(app.app);
    others = await otherMeeting(app);
  });
  afterAll(() => app.stop());

  const rowsOf = (route: OpenRoute): Policy[] => route.actions.map((action) => ROWS[action]);
  const isSocket = ({ path }: OpenRoute): boolean => /^\/(live|sync)\/:/.test(path);
  const ofParticipants = (): OpenRoute[] =>
    routes.filter((route) => rowsOf(route).some(({ by }) => by === 'participant'));
  const ofAccounts = (): OpenRoute[] =>
    routes.filter((route) => rowsOf(route).some(({ by }) => by === 'account'));
  const fill = (path: string, id: string, params: Record<string, string> = others): string =>
    path.replace(/:(\w+)/g, (_all, name: string) =>
      name === 'participationId' ? id : (params[name] ?? 'unknown'),
    );

  /** Somebody of that role who is signed in. */
  async function signedInAs(role: AccountRole): Promise<{ browser: TestBrowser; accountId: string }> {
    const account = { email: `${role}@amt.example`, password: 'lang genug 12345' };
    const accountId = await app.auth.putAccount({ ...account, name: role, role });
    const browser = app.browser();
    await browser.post('/api/auth/sign-in/email', account);
    return { browser, accountId };
  }

  function expectedOfAccount(row: Policy, role: AccountRole, secondFactor: boolean): string {
    if (row.roles && !row.roles.includes(role)) {
      return '403 forbidden';
    }
    if (row.secondFactor && !secondFactor) {
      return '403 factor_missing';
    }
    // They may; what they name is of somebody else, or does not fit.
    const names = row.reach === 'seat' || row.reach === 'office' || row.on === 'passkey';
    // This server stands at an address in numbers, for which no browser has passkeys.
    return names ? '404 not_found' : '(200|400|409 passkey_elsewhere)';
  }

  async function ask(
    { method, path, actions }: OpenRoute,
    { browser, id }: Asking,
    body: unknown = BODIES[actions[0] as Action] ?? {},
  ): Promise<string> {
    const filled = fill(path, id);
    const answer =
      method === 'GET'
        ? await browser.get<Partial<ErrorBody>>(filled)
        : await browser.post<Partial<ErrorBody>>(filled, body);
    return `${answer.status} ${answer.body?.error ?? ''}`.trim();
  }

  it('[AC25] every route has a row, and every row that somebody can ask for has a route', () => {
    expect(routes.filter(({ actions }) => actions.length === 0)).toEqual([]);
    const open = new Set(routes.flatMap(({ actions }) => actions));
    const withoutRoute = (Object.keys(POLICIES) as Action[]).filter((action) => !open.has(action));
    // Pages, metrics and the commands of the data folder are mounted only where there is something to mount.
    expect(withoutRoute).toEqual([
      'loadPage',
      'readMetrics',
      'makeExampleLinks',
      'makeExampleRooms',
      'makeSetupAddress',
      'makeResetAddress',
    ]);
    expect(ofParticipants().length).toBeGreaterThan(20);
  });

  it('[AC24] whoever may not gets the one answer of their kind, on every route', async () => {
    const may: Partial<Record<Who, Action[]>> = {
      'before the question': [...IN_LOBBY, 'confirm'],
      lobby: IN_LOBBY,
      'shared screen': ON_SCREEN,
      'person at the table': AT_TABLE,
    };
    for (const [who, place] of people) {
      for (const route of ofParticipants().filter((one) => !isSocket(one))) {
        if (route.actions.some((action) => may[who]?.includes(action))) {
          continue;
        }
        const { status, error } = expectedOf(who, route);
        expect(`${who}: ${route.method} ${route.path} ${await ask(route, place)}`).toBe(
          `${who}: ${route.method} ${route.path} ${status} ${error}`,
        );
      }
    }
  });

  function expectedOf(who: Who, { actions }: OpenRoute): { status: number; error: string } {
    const admitted = who === 'shared screen' || who === 'person at the table';
    if (admitted && actions.some((action) => action === 'confirm' || action === 'notMe')) {
      return { status: 409, error: 'wrong_state' };
    }
    // The plan is open, and the young person is expected to sign later.
    if (who === 'person at the table' && actions.includes('signOff')) {
      return { status: 409, error: 'wrong_state' };
    }
    return CLOSED[who];
  }

  it('[AC24] who leads reaches nothing of another meeting: one answer, as if it were not there', async () => {
    const lead = people.get('another person’s cookie')?.id ?? '';
    const place = { browser: table.seidel.browser, id: lead };
    const pointing = ofParticipants().filter(
      (route) => !isSocket(route) && /:(other|deviceId|versionId)/.test(route.path),
    );
    expect(pointing.length).toBeGreaterThanOrEqual(8);
    for (const route of pointing) {
      const [row] = rowsOf(route);
      // Decisions name a version to compare it with the latest of the own meeting.
      const expected = row?.on === 'meeting' ? /^(403 forbidden|409 wrong_state)$/ : /^404 not_found$/;
      expect(await ask(route, place), route.path).toMatch(expected);
    }
  });

  it('[AC24] an account without a seat enters no meeting, and sees none', async () => {
    const stranger = people.get('account without a seat');
    if (!stranger) {
      throw new Error('nobody is there');
    }
    const entered = await stranger.browser.post<ErrorBody>(`/api/staff/meetings/${table.meetingId}/enter`);
    expect([entered.status, entered.body.error]).toEqual([404, 'not_found']);
    const home = await stranger.browser.get<{ meetings: unknown[] }>('/api/staff/home');
    expect(home.body.meetings).toEqual([]);
    const nobody = app.browser();
    for (const route of ofAccounts()) {
      expect(await ask(route, { browser: nobody, id: '' })).toBe('401 unauthenticated');
    }
  });

  it('[AK4] every route of accounts against every role, with a second factor and without', async () => {
    const bodies: Partial<Record<Action, unknown>> = {
      changeSecondFactor: { password: 'falsch' },
      changePassword: { password: 'falsch', newPassword: 'lang genug für alle' },
      addPasskey: { password: 'falsch' },
      changePasskey: { password: 'falsch' },
    };
    for (const role of accountRole) {
      const { browser, accountId } = await signedInAs(role);
      for (const secondFactor of [true, false]) {
        await app.database
          .sql`update "user" set "twoFactorEnabled" = ${secondFactor} where "id" = ${accountId}`;
        for (const route of ofAccounts()) {
          const [action = 'seeHome'] = route.actions;
          const answer = await ask(route, { browser, id: '' }, bodies[action]);
          const expected = expectedOfAccount(ROWS[action], role, secondFactor);
          const who = `${role} ${secondFactor} ${route.path}`;
          expect(`${who} ${answer}`).toMatch(new RegExp(`^${who} ${expected}`));
        }
      }
    }
  }, 120_000);

  it('[AC24] sockets close with the one code of each', async () => {
    const { sql } = app.database;
    const [own] = await sql<{ id: string }[]>`
      select id from document where meeting_id = ${table.meetingId} and kind = 'plan'`;
    const codeOf = async (who: Who, path: string): Promise<number> => {
      const place = people.get(who);
      return new LiveSocket(place?.browser.socket(path.replace('ID', place.id)) as never).untilClosed();
    };
    for (const who of people.keys()) {
      const { code } = CLOSED[who];
      if (code === 4401) {
        expect(`${who} ${await codeOf(who, '/live/ID')}`).toBe(`${who} 4401`);
        expect(`${who} ${await codeOf(who, `/sync/ID/${own?.id}`)}`).toBe(`${who} 4401`);
      } else {
        // A document of another meeting and one that is nowhere: the same.
        for (const documentId of [others.documentId, 'no-such-document']) {
          expect(`${who} ${await codeOf(who, `/sync/ID/${documentId}`)}`).toBe(`${who} 4403`);
        }
      }
    }
    for (const who of ['before the question', 'lobby'] as const) {
      expect(await codeOf(who, `/sync/ID/${own?.id}`)).toBe(4403);
    }
  });
});
