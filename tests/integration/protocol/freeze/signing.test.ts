import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Place, post } from '../../../helpers/app.ts';
import { DATABASE_KINDS } from '../../../helpers/database.ts';
import { type House, openHouse, read, sign } from './meeting.ts';

describe.each(DATABASE_KINDS)('from open to sealed (%s)', (kind) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(kind);
  });
  afterAll(() => house.close());

  it('[SG5] only the hash that was read can be signed, only by who is expected to', async () => {
    const { database, table, freeze, frozenVersion } = await house.fresh();
    const leon = await table.seat('leon');
    await freeze('begin');
    const version = await frozenVersion('2.0');
    const other = { id: version.id, sha256: 'a'.repeat(64) };
    expect((await sign(leon, other)).body.error).toBe('wrong_version');
    const { previous } = await leon.live.untilTable();
    expect((await sign(leon, previous as typeof version)).body.error).toBe('wrong_version');
    const screen = await table.seat('screen');
    expect((await sign(screen, version)).body.error).toBe('forbidden');
    expect(
      (await screen.browser.get(`/api/p/${screen.id}/versions/${version.id}/protocol.json`)).status,
    ).toBe(403);
    expect((await sign(leon, version, { decision: 'vielleicht' })).status).toBe(400);
    expect((await sign(leon, version, { decision: 'mit_anmerkung' })).body.fields?.[0]?.field).toBe('remark');
    expect((await sign(leon, version, { decision: 'bedenkzeit' })).body.fields?.[0]?.field).toBe(
      'thinkUntil',
    );
    const late = await sign(leon, version, { decision: 'bedenkzeit', thinkUntil: '2020-01-01' });
    expect(late.body.fields?.[0]?.reason).toBe('Dieser Tag liegt schon zurück.');
    expect(await database.sql`select id from signoff where version_id = ${version.id}`).toEqual([]);
  });

  it('[SG6] a typed name must be the own one', async () => {
    const { table, freeze, frozenVersion } = await house.fresh();
    const krueger = await table.seat('krueger');
    await freeze('begin');
    const version = await frozenVersion('2.0');
    const typed = (typedName: string) => sign(krueger, version, { method: 'name_getippt', typedName });
    const wrong = await typed('Sandra Wegner');
    expect(wrong.status).toBe(422);
    expect(wrong.body.error).toBe('name_mismatch');
    expect((await typed('  thomas KRUEGER')).status).toBe(200);
  });

  it('[SG7] a later decision is a new row; [SG8] others’ decisions stay closed until sealing', async () => {
    const { database, table, freeze, frozenVersion } = await house.fresh();
    const [leon, wegner, screen] = [
      await table.seat('leon'),
      await table.seat('wegner'),
      await table.seat('screen'),
    ];
    await freeze('begin');
    const version = await frozenVersion('2.0');
    await sign(leon, version, { decision: 'bedenkzeit', thinkUntil: '2099-01-01' });
    await sign(leon, version, { decision: 'mit_anmerkung', remark: 'Lieber jedes zweite Wochenende.' });
    const stateOf = async (place: Place) => {
      const view = await place.live.untilTable(({ signoffs }) =>
        signoffs.some(({ state }) => state === 'entschieden'),
      );
      return view.signoffs.find(({ person }) => person.name === 'Leon')?.decision;
    };
    expect(await stateOf(wegner)).toBeNull();
    expect(await stateOf(screen)).toBeNull();
    await leon.live.untilTable(({ signoffs }) =>
      signoffs.some(({ decision }) => decision === 'mit_anmerkung'),
    );
    await table.seidel.live.untilTable(({ signoffs }) =>
      signoffs.some(({ decision }) => decision === 'mit_anmerkung'),
    );
    expect((await read(wegner, version.id)).body.signoffs).toEqual([]);
    expect(wegner.live.texts.join('')).not.toContain('mit_anmerkung');
    const rows =
      await database.sql`select decision from signoff where version_id = ${version.id} order by at`;
    expect(rows.map((row) => row['decision'])).toEqual(['bedenkzeit', 'mit_anmerkung']);
    await expect(database.sql`update signoff set decision = 'einverstanden'`).rejects.toThrow(/append-only/);

    expect((await post(wegner, `versions/${version.id}/seal`)).body.error).toBe('forbidden');
    expect((await post(table.seidel, `versions/${version.id}/seal`)).status).toBe(200);
    const open = await wegner.live.untilTable(
      ({ state, signoffs }) => state === 'sealed' && signoffs.some(({ decision }) => decision !== null),
    );
    expect(open.signoffs.map(({ person, state, decision }) => `${person.name} ${state} ${decision}`)).toEqual(
      [
        'Leon entschieden mit_anmerkung',
        'Frau Wegner offen null',
        'Herr Krüger offen null',
        'Herr Aydın offen null',
        'Frau Seidel offen null',
      ],
    );
    expect((await read(wegner, version.id)).body.signoffs.map(({ remark }) => remark)).toEqual([
      null,
      'Lieber jedes zweite Wochenende.',
    ]);
    expect(screen.live.texts.join('')).not.toContain('mit_anmerkung');
    expect((await read(screen, version.id)).body.signoffs).toEqual([]);
    // [SG9] The father comes six days later; a refusal blocks nothing.
    expect((await sign(wegner, version, { decision: 'nicht_einverstanden' })).status).toBe(200);
    expect((await post(table.seidel, 'reopen')).body.error).toBe('wrong_state');
    expect((await post(table.seidel, `versions/${version.id}/seal`)).body.error).toBe('wrong_state');
  });
});
