import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#server/audit/chain.ts';
import type { VersionAnswer } from '#shared/api/answers.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import type { ParticipantView } from '#shared/api/view.ts';
import { openTable, openTestApp, type Place, type Table, type TestApp } from '../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../helpers/database.ts';

describe.each(USE_CASE_KINDS)('who was there (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  let leon: Place;
  beforeAll(async () => {
    app = await openTestApp(kind, { flushMs: 300 });
    table = await openTable(app);
    leon = await table.seat('leon');
  });
  afterAll(() => app.stop());

  const note = (notes: unknown[]) =>
    table.seidel.browser.post<ErrorBody>(`/api/p/${table.seidel.id}/attendance`, { notes });
  const seatOf = async (name: string, place = table.seidel): Promise<ParticipantView> => {
    await app.live.settled();
    const seat = (await place.live.untilTable()).participants.find(({ person }) => person.name === name);
    return seat as ParticipantView;
  };
  const idOf = async (name: string): Promise<string> => (await seatOf(name)).participationId;

  it('[ME10] devices give a proposal to who leads, and nobody’s attendance is noted by itself', async () => {
    await table.seidel.live.untilTable(({ participants: seats }) =>
      seats.some(({ person, proposed }) => person.name === 'Leon' && proposed === 'vor_ort'),
    );
    expect((await seatOf('Herr Krüger')).proposed).toBe('nicht_erschienen');
    expect((await seatOf('Oma Renate')).proposed).toBeNull();
    const view = await table.seidel.live.untilTable();
    expect(view.participants.map(({ noted }) => noted)).toEqual(view.participants.map(() => null));
    const seen = await leon.live.untilTable();
    expect(seen.participants.map(({ proposed }) => proposed)).toEqual(seen.participants.map(() => null));
  });

  it('[ME19] noted in the room without a device: laptop, phone and shared screen say there, and not connected', async () => {
    const screen = await table.seat('screen');
    const renate = await idOf('Oma Renate');
    expect(await seatOf('Oma Renate', screen)).toMatchObject({ present: null, online: false });
    await note([{ participationId: renate, attendance: 'vor_ort' }]);
    for (const place of [table.seidel, leon, screen]) {
      await place.live.untilTable(({ participants: seats }) =>
        seats.some(
          ({ person, present, online }) => person.name === 'Oma Renate' && present === 'room' && !online,
        ),
      );
    }
    await note([{ participationId: renate, attendance: null }]);
    await table.seidel.live.untilTable(({ participants: seats }) =>
      seats.every(({ person, present }) => person.name !== 'Oma Renate' || present === null),
    );
  });

  it('[ME10] coming to the table changes the proposal, leaving it again too', async () => {
    const krueger = await table.seat('krueger');
    const proposal = (wanted: string) =>
      table.seidel.live.untilTable(({ participants: seats }) =>
        seats.some(({ person, proposed }) => person.name === 'Herr Krüger' && proposed === wanted),
      );
    await proposal('per_link');
    await krueger.browser.post(`/api/p/${krueger.id}/leave`);
    await proposal('zeitweise');
  });

  it('[ME10] who leads notes one or many; everybody at the table sees it, the shared screen does not', async () => {
    const screen = await table.seat('screen');
    const [renate, krueger] = [await idOf('Oma Renate'), await idOf('Herr Krüger')];
    const both = [
      { participationId: renate, attendance: 'nicht_erschienen' },
      { participationId: krueger, attendance: 'zeitweise', note: ' bis 16:40 Uhr ' },
    ];
    expect((await note(both)).status).toBe(200);
    const view = await leon.live.untilTable(({ participants: seats }) =>
      seats.some(({ noted }) => noted === 'zeitweise'),
    );
    const told = view.participants.filter(({ noted }) => noted !== null);
    expect(told.map(({ person, noted, note: word }) => [person.name, noted, word])).toEqual([
      ['Herr Krüger', 'zeitweise', 'bis 16:40 Uhr'],
      ['Oma Renate', 'nicht_erschienen', ''],
    ]);
    expect((await seatOf('Herr Krüger')).proposed).toBeNull();
    // Something later has reached the screen: what comes before it would be there.
    await table.seidel.browser.post(`/api/p/${table.seidel.id}/phase/extend`, { minutes: 1 });
    await screen.live.untilTable(({ phaseMinutes }) => phaseMinutes === view.phaseMinutes + 1);
    const wall = screen.live.texts.join();
    expect(wall).not.toContain('nicht_erschienen');
    expect(wall).not.toContain('16:40');
  });

  it('[ME10] a note is taken back, and what is no note is refused', async () => {
    const renate = await idOf('Oma Renate');
    expect((await note([{ participationId: renate, attendance: null, note: 'weg' }])).status).toBe(200);
    await table.seidel.live.untilTable(({ participants: seats }) =>
      seats.some(({ person, noted, note: word }) => person.name === 'Oma Renate' && !noted && word === ''),
    );
    const refused = [
      await note([{ participationId: renate, attendance: 'nicht_eingeladen' }]),
      await note([{ participationId: renate, attendance: 'zeitweise', note: 'x'.repeat(201) }]),
      await note([]),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400]);
    // One that is not at this table: nothing of the whole list is written.
    const half = await note([
      { participationId: renate, attendance: 'vor_ort' },
      { participationId: 'nobody', attendance: 'vor_ort' },
    ]);
    expect(half.status).toBe(404);
    expect((await seatOf('Oma Renate')).noted).toBeNull();
    const guest = await leon.browser.post<ErrorBody>(`/api/p/${leon.id}/attendance`, {
      notes: [{ participationId: leon.id, attendance: 'vor_ort' }],
    });
    expect(guest.body.error).toBe('forbidden');
  });

  it('[ME11] the version says what was noted, and what was only planned as planned', async () => {
    await note([{ participationId: await idOf('Leon'), attendance: 'vor_ort' }]);
    await table.seidel.browser.post(`/api/p/${table.seidel.id}/freeze`, { step: 'begin' });
    const { version } = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const path = `/api/p/${table.seidel.id}/versions/${version?.id}`;
    const { body } = await table.seidel.browser.get<VersionAnswer>(path);
    const told = Object.fromEntries(
      body.content.participants.map(({ person, ...how }) => [
        body.content.persons.find(({ id }) => id === person)?.name,
        how,
      ]),
    );
    expect(told['Leon']).toEqual({ attendance: 'vor_ort' });
    expect(told['Herr Krüger']).toEqual({ attendance: 'zeitweise', reason: 'bis 16:40 Uhr' });
    expect(told['Oma Renate']).toEqual({ attendance: 'vor_ort', planned: true });
  });

  it('[ME10] after the freeze nothing can be noted any more, also where the asker did not know yet', async () => {
    const late = await note([{ participationId: leon.id, attendance: 'zeitweise' }]);
    expect(`${late.status} ${late.body.error}`).toBe('409 wrong_state');
  });

  it('[ME6] each note stands in the audit, with its code and without its words', async () => {
    const rows = await app.database.sql<{ body: Record<string, unknown> }[]>`
      select body from audit_event where subject_id = ${table.meetingId} and type = 'attendance_noted' order by seq`;
    expect(rows.map(({ body }) => body['attendance'])).toEqual([
      'vor_ort',
      null,
      'nicht_erschienen',
      'zeitweise',
      null,
      'vor_ort',
    ]);
    expect(
      rows.every(({ body }) => Object.keys(body).sort().join() === 'attendance,by,participationId'),
    ).toBe(true);
    expect((await verifyChain(app.database.sql, { kind: 'meeting', id: table.meetingId })).valid).toBe(true);
  });

  it('[ME11] the sealed version of the example says who was there, and calls none of it planned', async () => {
    const previous = (await table.seidel.live.untilTable()).previous;
    const path = `/api/p/${table.seidel.id}/versions/${previous?.id}`;
    const { body } = await table.seidel.browser.get<VersionAnswer>(path);
    expect(body.content.participants.filter(({ planned }) => planned)).toEqual([]);
    expect(body.content.participants.map(({ attendance }) => attendance)).toContain('zeitweise');
  });
});
