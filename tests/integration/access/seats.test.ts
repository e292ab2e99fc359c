import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VersionAnswer } from '#shared/api/answers.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import {
  linkOf,
  openLink,
  openTable,
  openTestApp,
  type Table,
  type TestApp,
  tokenOf,
} from '../../helpers/app.ts';
import { USE_CASE_KINDS } from '../../helpers/database.ts';

describe.each(USE_CASE_KINDS)('taking a seat away and giving it back (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  beforeAll(async () => {
    app = await openTestApp(kind, { flushMs: 300 });
    table = await openTable(app);
  });
  afterAll(() => app.stop());

  const people = (participationId: string, what: string) =>
    table.seidel.browser.post<ErrorBody & { url: string }>(
      `/api/p/${table.seidel.id}/people/${participationId}/${what}`,
    );
  const exchange = (url: string) =>
    app.browser().post<ErrorBody>('/api/links/exchange', { token: tokenOf(url) });

  it('[AC22] who was removed and taken back in opens the same link, and waits to be let in', async () => {
    const leon = await table.seat('leon');
    const url = linkOf(table.demo, 'leon');
    expect((await people(leon.id, 'remove')).status).toBe(200);
    await leon.live.until(({ kind: what }) => what === 'gone');
    const gone = await table.seidel.live.untilTable(
      ({ removedParticipants: removed }) => removed.length === 1,
    );
    expect(gone.removedParticipants[0]).toMatchObject({ participationId: leon.id, proposed: 'zeitweise' });
    expect((await exchange(url)).body.error).toBe('link_invalid');
    expect((await people(leon.id, 'restore')).status).toBe(200);
    await table.seidel.live.untilTable(
      ({ removedParticipants: removed, participants: seats }) =>
        removed.length === 0 && seats.some(({ participationId }) => participationId === leon.id),
    );
    // The device that was thrown out stays out; the link leads to the lobby.
    expect((await leon.browser.post<ErrorBody>(`/api/p/${leon.id}/confirm`)).body.error).toBe(
      'unauthenticated',
    );
    const again = await table.knock('leon');
    expect(again.id).toBe(leon.id);
    await again.live.until(({ kind: what }) => what === 'lobby');
    const { waiting } = await table.seidel.live.untilTable(({ waiting: list }) => list.length === 1);
    expect(waiting[0]?.participationId).toBe(leon.id);
  });

  it('[AC22] a link that was revoked before the removal stays revoked', async () => {
    const url = linkOf(table.demo, 'aydin');
    const id = await openLink(app.browser(), url);
    expect((await people(id, 'revoke')).status).toBe(200);
    const fresh = (await people(id, 'link')).body.url;
    await people(id, 'remove');
    expect((await exchange(fresh)).status).toBe(404);
    await people(id, 'restore');
    expect((await exchange(url)).status).toBe(404);
    expect((await exchange(fresh)).status).toBe(200);
  });

  it('[AC22] only who was removed, only from this table, only by who leads', async () => {
    const wegner = await table.seat('wegner');
    expect((await people(wegner.id, 'restore')).status).toBe(404);
    expect((await people('nobody', 'restore')).status).toBe(404);
    const path = `/api/p/${wegner.id}/people/${table.seidel.id}/restore`;
    expect((await wegner.browser.post<ErrorBody>(path)).body.error).toBe('forbidden');
  });

  it('[AC22] who is removed loses the turn, and others do not learn who was removed', async () => {
    const krueger = await table.seat('krueger');
    const wegner = await table.knock('wegner');
    await table.seidel.browser.post(`/api/p/${table.seidel.id}/admissions/${wegner.deviceId}`, {
      decision: 'admit',
    });
    const personId = (await krueger.live.untilTable()).me.person?.id;
    await table.seidel.browser.post(`/api/p/${table.seidel.id}/turn`, { personId });
    await wegner.live.untilTable(({ turn }) => turn === personId);
    await people(krueger.id, 'remove');
    const seen = await wegner.live.untilTable(({ turn }) => turn === null);
    expect(seen.removedParticipants).toEqual([]);
    expect(seen.participants.some(({ participationId }) => participationId === krueger.id)).toBe(false);
  });

  it('[ME11] whose attendance was noted stands in the version, also after being removed', async () => {
    const { removedParticipants: removed } = await table.seidel.live.untilTable(
      ({ removedParticipants: list }) => list.length === 1,
    );
    const [krueger] = removed;
    await table.seidel.browser.post(`/api/p/${table.seidel.id}/attendance`, {
      notes: [{ participationId: krueger?.participationId, attendance: 'zeitweise', note: 'bis 16:20 Uhr' }],
    });
    await table.seidel.browser.post(`/api/p/${table.seidel.id}/freeze`, { step: 'begin' });
    const { version } = await table.seidel.live.untilTable(({ state }) => state === 'frozen');
    const path = `/api/p/${table.seidel.id}/versions/${version?.id}`;
    const { content } = (await table.seidel.browser.get<VersionAnswer>(path)).body;
    const told = content.participants.find(({ person }) => person === krueger?.person.id);
    expect(told).toEqual({ person: krueger?.person.id, attendance: 'zeitweise', reason: 'bis 16:20 Uhr' });
  });
});
