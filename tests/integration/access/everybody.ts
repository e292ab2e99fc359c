import { makeRooms } from '#server/example/rooms.ts';
import { openLink, type Place, type Table, type TestApp } from '../../helpers/app.ts';

/** Who asks. Each has a browser and the participation that its paths name. */
export type Who =
  | 'nobody'
  | 'another person’s cookie'
  | 'before the question'
  | 'lobby'
  | 'removed'
  | 'ended device'
  | 'shared screen'
  | 'person at the table'
  | 'account without a seat';

/** What each of them gets for what they may not do; the closed answer of each kind. */
export const CLOSED: Record<Who, { status: number; error: string; code: number }> = {
  nobody: { status: 401, error: 'unauthenticated', code: 4401 },
  'another person’s cookie': { status: 401, error: 'unauthenticated', code: 4401 },
  'before the question': { status: 403, error: 'not_admitted', code: 4403 },
  lobby: { status: 403, error: 'not_admitted', code: 4403 },
  removed: { status: 401, error: 'unauthenticated', code: 4401 },
  'ended device': { status: 401, error: 'unauthenticated', code: 4401 },
  'shared screen': { status: 403, error: 'forbidden', code: 4403 },
  'person at the table': { status: 403, error: 'forbidden', code: 4403 },
  'account without a seat': { status: 401, error: 'unauthenticated', code: 4401 },
};

/** A browser, and the participation that its paths name. */
export type Asking = Pick<Place, 'browser' | 'id'>;

/** Puts one of each kind into their place. */
export async function seatEverybody(app: TestApp, table: Table): Promise<Map<Who, Asking>> {
  const { browser: lead, id } = table.seidel;
  const [screen, leon, removed, left] = [
    await table.seat('screen'),
    await table.seat('leon'),
    await table.seat('krueger'),
    await table.seat('aydin'),
  ];
  const lobby = await table.knock('wegner');
  await lead.post(`/api/p/${id}/people/${removed.id}/remove`);
  const kept = new Map(left.browser.cookies);
  await left.browser.post(`/api/p/${left.id}/leave`);
  for (const [name, value] of kept) {
    left.browser.cookies.set(name, value);
  }
  const asked = app.browser();
  const token = table.demo.places.find(({ id: place }) => place === 'wegner')?.url ?? '';
  const askedId = await openLink(asked, token);
  await app.auth.putAccount({ name: 'Fremd', email: 'fremd@amt.example', password: 'lang genug 12345' });
  const stranger = app.browser();
  await stranger.post('/api/auth/sign-in/email', {
    email: 'fremd@amt.example',
    password: 'lang genug 12345',
  });
  return new Map<Who, Asking>([
    ['nobody', { browser: app.browser(), id: leon.id }],
    ['another person’s cookie', { browser: leon.browser, id }],
    ['before the question', { browser: asked, id: askedId }],
    ['lobby', lobby],
    ['removed', removed],
    ['ended device', left],
    ['shared screen', screen],
    ['person at the table', leon],
    ['account without a seat', { browser: stranger, id }],
  ]);
}

/** What paths name beside the participation. */
export type Named = Record<
  'accountId' | 'passkeyId' | 'other' | 'deviceId' | 'documentId' | 'meetingId' | 'versionId',
  string
>;

/** Ids of another meeting of another case. */
export async function otherMeeting(app: TestApp): Promise<Named> {
  const [room] = await makeRooms(app.ctx, { meetings: 1, participants: 2, admit: true }, app.url);
  const meetingId = room?.meetingId ?? '';
  const { sql } = app.database;
  const [row] = await sql<{ other: string; deviceId: string; documentId: string }[]>`
    select p.id as other, d.id as "deviceId", plan.id as "documentId"
    from participation p join device d on d.participation_id = p.id join document plan on plan.meeting_id = p.meeting_id and plan.kind = 'plan'
    where p.meeting_id = ${meetingId} limit 1`;
  return {
    other: row?.other ?? '',
    deviceId: row?.deviceId ?? '',
    documentId: row?.documentId ?? '',
    meetingId,
    versionId: 'no-version-of-this-meeting',
    accountId: 'no-account',
    passkeyId: 'no-passkey',
  };
}
