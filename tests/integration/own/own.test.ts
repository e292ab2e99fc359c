import { once } from 'node:events';
import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { verifyChain } from '#server/audit/chain.ts';
import { createPgStore } from '#server/sync/log/pg-store.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import { addCard, type NewCard, readCards } from '#shared/documents/own/cards.ts';
import { ownKind } from '#shared/documents/own/kind.ts';
import { addGoal, flatten, setGoalText } from '#shared/documents/plan/goals.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import type { Answer } from '../../helpers/app/browser.ts';
import { openPlan, openTable, openTestApp, type Place, type Table, type TestApp } from '../../helpers/app.ts';
import { DATABASE_KINDS } from '../../helpers/database.ts';
import { type SyncClient, saved, until } from '../../helpers/sync-server.ts';

const SECRET = 'Kanarienvogel-7f3a';

describe.each(DATABASE_KINDS)('what only its owner receives (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  let leon: Place;
  let ownId: string;
  beforeAll(async () => {
    app = await openTestApp(kind);
    table = await openTable(app);
    leon = await table.seat('leon');
    ownId = (await leon.live.untilTable()).documents.own ?? '';
  });
  afterAll(() => app.stop());

  async function openOwn(): Promise<SyncClient> {
    const client = openPlan(app, leon, ownId);
    await until(() => client.provider.synced, 'the own document is there');
    return client;
  }
  async function write(client: SyncClient, card: NewCard): Promise<string> {
    const id = addCard(client.doc, card, 'list');
    await saved(client);
    return id;
  }
  const ask = (
    place: Place,
    what: 'show' | 'take-back',
    ...recordIds: string[]
  ): Promise<Answer<ErrorBody>> =>
    place.browser.post<ErrorBody>(`/api/p/${place.id}/own/${what}`, { recordIds });
  const freeze = (step: string) => table.seidel.browser.post(`/api/p/${table.seidel.id}/freeze`, { step });
  const planNow = () => app.hub.readCommitted(table.planId, readPlan);
  const ownNow = () => app.hub.readCommitted(ownId, ownKind.read);

  it('[OW10] nobody else opens it, not even who leads, and nothing tells why', async () => {
    const wegner = await table.seat('wegner');
    const screen = await table.knock('screen');
    expect(ownId).not.toBe('');
    const others = (await wegner.live.untilTable()).documents.own ?? '';
    expect(others).not.toBe(ownId);
    const codeOf = (place: Place, id: string): Promise<number> =>
      new Promise((resolve) =>
        place.browser.socket(`/sync/${place.id}/${id}`).once('close', (code: number) => resolve(code)),
      );
    for (const place of [table.seidel, wegner, screen]) {
      expect([await codeOf(place, ownId), await codeOf(place, 'no-such-document')]).toEqual([4403, 4403]);
    }
    expect(await codeOf(leon, others)).toBe(4403);
    await app.database
      .sql`insert into document (id, kind, meeting_id) values ('odd', 'diary', ${table.meetingId})`;
    expect(await codeOf(leon, 'odd')).toBe(4403);
  });

  it('[OW10] whatever somebody may not open gets one answer, and not a byte before it', async () => {
    const [waiting, screen] = [await table.knock('wegner'), await table.knock('screen')];
    const { sql } = app.database;
    await sql`insert into document (id, kind, meeting_id) values ('diary-1', 'diary', ${table.meetingId})`;
    const foreign = await sql<
      { id: string }[]
    >`select id from document where meeting_id <> ${table.meetingId}`;
    const owned = await sql<{ id: string }[]>`
      select id from document where meeting_id = ${table.meetingId} and kind = 'own' and id <> ${ownId}`;
    expect([foreign.length > 0, owned.length > 0]).toEqual([true, true]);
    const closed = ['diary-1', 'no-such-document', '%00', ...[...foreign, ...owned].map(({ id }) => id)];
    const answers = new Set<string>();
    const ask = async (place: Place, id: string): Promise<void> => {
      const heard: string[] = [];
      const socket = place.browser.socket(`/sync/${place.id}/${id}`);
      socket.on('message', (data: Buffer) => heard.push(data.toString('hex')));
      const [code, reason] = await once(socket, 'close');
      answers.add(JSON.stringify([code, String(reason), heard]));
    };
    for (const id of closed) {
      await ask(leon, id);
    }
    // Without a right: a screen before what is one person's, and somebody before the door.
    await ask(screen, ownId);
    for (const id of [ownId, table.planId, ...closed.slice(0, 3)]) {
      await ask(waiting, id);
    }
    expect([...answers]).toEqual([JSON.stringify([4403, 'forbidden', []])]);
    answers.clear();
    await ask({ ...leon, id: '%00' }, ownId);
    await ask({ ...leon, id: 'no-such-participation' }, ownId);
    expect([...answers]).toEqual([JSON.stringify([4401, 'unauthenticated', []])]);
  });

  it('[SY20] a page that still asks by its meeting is told to load anew; by another meeting, nothing', async () => {
    const codeOf = (place: Place, id: string): Promise<number> =>
      new Promise((resolve) =>
        place.browser.socket(`/sync/${place.id}/${id}`).once('close', (code: number) => resolve(code)),
      );
    const [other] = await app.database.sql<{ id: string }[]>`
      select id from meeting where id <> ${table.meetingId}`;
    expect(await codeOf(leon, table.meetingId)).toBe(4426);
    expect(await codeOf(leon, other?.id ?? '')).toBe(4403);
    const outside = await table.knock('wegner');
    expect(await codeOf(outside, table.meetingId)).toBe(4403);
  });

  it('[OW11] nothing of it ever reaches another socket, presence included, until it is shown', async () => {
    const heard: Buffer[] = [];
    const listen = (socket: WebSocket): void => {
      socket.on('message', (data: Buffer) => heard.push(Buffer.from(data)));
    };
    const plan = table.seidel.browser.socket(`/sync/${table.seidel.id}/${table.planId}`);
    listen(plan);
    // Sync step 1 of somebody who has nothing yet.
    plan.once('open', () => plan.send(Uint8Array.of(0, 0, 1, 0)));
    await until(() => heard.length > 2, 'the plan comes');
    listen(table.seidel.live.socket);
    const own = await openOwn();
    own.provider.awareness.setLocalState({ selected: SECRET });
    const id = await write(own, { kind: 'ziel', text: SECRET });
    const writing = openPlan(app, table.seidel, table.planId);
    await until(() => writing.provider.synced, 'the plan is there');
    addGoal(writing.doc, null, { id: `mark-${kind}`, textOwn: 'Nach dem Kanarienvogel' }, 'list');
    await until(() => Buffer.concat(heard).includes('Nach dem Kanarienvogel'), 'the plan goes on');
    expect(Buffer.concat(heard).includes(SECRET)).toBe(false);
    expect(
      Buffer.concat(heard).includes(
        Buffer.from(encoding.encode((to) => encoding.writeVarUint(to, own.doc.clientID))),
      ),
    ).toBe(false);
    expect((await ask(leon, 'show', id)).status).toBe(200);
    await until(() => Buffer.concat(heard).includes(SECRET), 'everybody sees it');
    plan.terminate();
    writing.destroy();
    own.destroy();
  });

  it('[OW12] a goal, a strength and a sentence go into the plan as their owner’s, and back', async () => {
    const own = await openOwn();
    const ids = [
      await write(own, { kind: 'ziel', text: 'Ich will reiten.' }),
      await write(own, { kind: 'staerke', text: 'Opa hilft mir', to: 'sozial' }),
      await write(own, { kind: 'satz', text: 'Mir ist es zu laut.\nAbends.' }),
    ];
    expect((await ask(leon, 'show', ...ids)).status).toBe(200);
    // Again: it is shown already, nothing is doubled.
    expect((await ask(leon, 'show', ...ids)).status).toBe(200);
    const view = await leon.live.untilTable();
    const shown = await planNow();
    const goal = flatten(shown.goals).filter((one) => one.id === ids[0]);
    expect(goal.map(({ sentence, voice }) => [sentence, voice])).toEqual([
      ['Ich will reiten.', view.me.person?.id],
    ]);
    expect(shown.resources.find((one) => one.id === ids[1])).toMatchObject({
      title: 'Opa hilft mir',
      domain: 'sozial',
    });
    expect(shown.texts.sicht_kind).toContainEqual({
      id: ids[2],
      voice: view.me.person?.id,
      paragraphs: ['Mir ist es zu laut.', 'Abends.'],
    });
    await until(
      () => readCards(own.doc).filter(({ shown: at }) => at !== null).length >= 3,
      'the owner sees it',
    );
    expect((await ask(leon, 'take-back', ...ids)).status).toBe(200);
    const back = await planNow();
    expect(JSON.stringify(back)).not.toContain('Ich will reiten.');
    expect(JSON.stringify(back)).not.toContain('Opa hilft mir');
    expect(JSON.stringify(back)).not.toContain('zu laut');
    const { cards } = await ownNow();
    expect(cards.filter((card) => ids.includes(card.id)).map(({ text, shown: at }) => [text, at])).toEqual([
      ['Ich will reiten.', null],
      ['Opa hilft mir', null],
      ['Mir ist es zu laut.\nAbends.', null],
    ]);
    expect((await ask(leon, 'show', ids[0] ?? '')).status).toBe(200);
    expect(flatten((await planNow()).goals).filter((one) => one.id === ids[0])).toHaveLength(1);
    expect(await verifyChain(app.database.sql, { kind: 'meeting', id: table.meetingId })).toMatchObject({
      valid: true,
    });
    own.destroy();
  });

  it('[OW13] what is not theirs, not there, empty, or taken up by others is refused as a whole', async () => {
    const own = await openOwn();
    const good = await write(own, { kind: 'ziel', text: 'Allein wohnen' });
    const empty = await write(own, { kind: 'ziel' });
    const refused = async (place: Place, what: 'show' | 'take-back', ...ids: string[]) => {
      const { status, body } = await ask(place, what, ...ids);
      return `${status} ${body.error}`;
    };
    expect(await refused(table.seidel, 'show', good)).toBe('404 not_found');
    expect(await refused(leon, 'show', good, 'nothing')).toBe('404 not_found');
    expect(await refused(leon, 'show', good, empty)).toBe('400 bad_request');
    expect(await refused(leon, 'take-back', good)).toBe('404 not_found');
    expect(flatten((await planNow()).goals).some(({ id }) => id === good)).toBe(false);
    expect((await ask(leon, 'show', good)).status).toBe(200);
    const plan = openPlan(app, table.seidel, table.planId);
    await until(() => plan.provider.synced, 'the plan is there');
    setGoalText(plan.doc, good, 'textAgreed', 'Leon lernt, allein zu wohnen.', 'text');
    await saved(plan);
    expect(await refused(leon, 'take-back', good)).toBe('409 wrong_state');
    plan.destroy();
    own.destroy();
  });

  it('[OW21] a card with the id of somebody else’s goal or sentence moves nothing of theirs', async () => {
    const wegner = await table.seat('wegner');
    const mine = openPlan(app, leon, table.planId);
    const theirs = openPlan(app, wegner, (await wegner.live.untilTable()).documents.own ?? '');
    await until(() => mine.provider.synced && theirs.provider.synced, 'both documents are there');
    const goal = addGoal(mine.doc, null, { id: `leons-${kind}`, textOwn: 'Ich bleibe bei Mama.' }, 'list');
    const text = addText(mine.doc, 'sicht_kind', { words: 'Mir geht es gut.' }, 'text');
    await saved(mine);
    const ids = ['id' in goal ? goal.id : '', text];
    for (const [index, id] of ids.entries()) {
      const to = index === 0 ? null : 'sicht_kind';
      await write(theirs, { id, kind: to === null ? 'ziel' : 'satz', to, text: 'Ich will zu Papa.' });
      for (const what of ['show', 'take-back'] as const) {
        expect((await ask(wegner, what, id)).body.error).toBe('not_found');
      }
    }
    const said = JSON.stringify(await planNow());
    expect(said).toContain('Ich bleibe bei Mama.');
    expect(said).toContain('Mir geht es gut.');
    expect(said).not.toContain('zu Papa');
    mine.destroy();
    theirs.destroy();
  });

  it('[OW14] shown while both documents are typed into, each card is there once, and nothing is lost', async () => {
    const own = await openOwn();
    const plan = openPlan(app, table.seidel, table.planId);
    await until(() => plan.provider.synced, 'the plan is there');
    const shown: string[] = [];
    for (let round = 0; round < 12; round++) {
      const id = await write(own, { kind: 'ziel', text: `Runde ${round}` });
      const asked = ask(leon, 'show', id);
      addCard(own.doc, { kind: 'satz', text: `daneben ${round}` }, 'list');
      addGoal(plan.doc, null, { textOwn: `am Tisch ${round}` }, 'list');
      expect((await asked).status).toBe(200);
      shown.push(id);
    }
    await Promise.all([saved(own), saved(plan)]);
    const goals = flatten((await planNow()).goals);
    expect(shown.map((id) => goals.filter((one) => one.id === id).length)).toEqual(shown.map(() => 1));
    expect(goals.filter(({ sentence }) => sentence.startsWith('am Tisch'))).toHaveLength(12);
    const { cards } = await ownNow();
    expect(cards.filter(({ text }) => text.startsWith('daneben'))).toHaveLength(12);
    expect(cards.filter(({ id, shown: at }) => shown.includes(id) && at === null)).toEqual([]);
    const stored = await createPgStore(app.database.sql).read(table.planId);
    expect(stored?.tail.map(({ seq }) => seq)).toEqual(
      stored?.tail.map((_, index) => (stored.tail[0]?.seq ?? 0) + index),
    );
    plan.destroy();
    own.destroy();
  });

  it('[OW15] freezing waits for nobody’s own document and leaves it open; a card is in the version or refused', async () => {
    const own = await openOwn();
    for (let round = 0; round < 3; round++) {
      const id = await write(own, { kind: 'ziel', text: `Knapp ${round}` });
      const [answer] = await Promise.all([ask(leon, 'show', id), freeze('begin').then(() => freeze('now'))]);
      await table.seidel.live.untilTable(({ state }) => state === 'frozen');
      const isIn = flatten((await planNow()).goals).some((one) => one.id === id);
      expect([200, 409]).toContain(answer.status);
      expect(isIn).toBe(answer.status === 200);
      const card = (await ownNow()).cards.find((one) => one.id === id);
      expect(card?.shown !== null).toBe(isIn);
      expect((await ask(leon, 'show', id)).status).toBe(409);
      // Still open for its owner.
      await write(own, { kind: 'satz', text: `nach dem Einfrieren ${round}` });
      expect(own.closes).toEqual([]);
      await table.seidel.browser.post(`/api/p/${table.seidel.id}/reopen`);
      await table.seidel.live.untilTable(({ state }) => state === 'open');
    }
    own.destroy();
  });
});
