import { spawnSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addGoal, readGoals, removeGoal, setGoalText } from '#shared/documents/plan/goals.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { liveTexts } from '#shared/documents/plan/texts.ts';
import { openPlan, openTable, openTestApp, personAt, type Table, type TestApp } from '../../helpers/app.ts';
import { openTestDatabase, type TestDatabase } from '../../helpers/database.ts';
import { appendParagraphs } from '../../helpers/plan-texts.ts';
import { saved, until } from '../../helpers/sync-server.ts';

/** What somebody said and took back. */
const WITHDRAWN = 'ZURUECKGENOMMEN';

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await openTestDatabase('postgres');
});

afterEach(() => app.stop());

afterAll(() => database.close());

/** The whole database as `pg_dump` writes it, bytes as text. */
function dump(): string {
  const { stdout, error, stderr } = spawnSync('pg_dump', ['--inserts', database.url ?? ''], {
    maxBuffer: 1 << 28,
    encoding: 'latin1',
  });
  if (error || stdout === '') {
    throw new Error(`pg_dump is needed (apt-get install postgresql-client): ${error?.message ?? stderr}`);
  }
  return stdout.replace(/\\x([0-9a-f]+)/g, (_all, hex: string) => Buffer.from(hex, 'hex').toString('latin1'));
}

/** Says things in every kind of place, takes them back, and freezes. Gives the sentence that stays. */
async function sayAndTakeBack(table: Table): Promise<string> {
  const leon = await table.seat('leon');
  const client = openPlan(app, leon, table.planId);
  await until(() => client.provider.synced, 'the plan is there');
  const [goal] = readGoals(client.doc);
  const [id, sentence] = [goal?.id ?? '', goal?.sentence ?? ''];
  setGoalText(client.doc, id, 'textAgreed', `${WITHDRAWN} in einem Ziel`, ORIGIN.list);
  const added = addGoal(client.doc, null, { textOwn: `${WITHDRAWN} als Ziel` }, ORIGIN.list);
  appendParagraphs(client.doc, 'sicht_kind', [`${WITHDRAWN} im Text`], ORIGIN.text);
  await saved(client);
  expect(dump()).toContain(`${WITHDRAWN} im Text`);
  setGoalText(client.doc, id, 'textAgreed', sentence, ORIGIN.list);
  removeGoal(client.doc, 'id' in added ? added.id : '', await personAt(leon), ORIGIN.list);
  const text = liveTexts(client.doc, 'sicht_kind').at(-1)?.text;
  text?.delete(0, text.length);
  await saved(client);
  expect(dump()).toContain(WITHDRAWN);
  const freeze = (step: string) => table.seidel.browser.post(`/api/p/${table.seidel.id}/freeze`, { step });
  await freeze('begin');
  await freeze('now');
  await until(() => client.frozen.length > 0, 'the version is told');
  client.destroy();
  return sentence;
}

describe('what was taken back', () => {
  it('[DU12] is in the database while the plan is open, and in no row of it after the freeze', async () => {
    app = await openTestApp('postgres', { database });
    const table = await openTable(app);
    const sentence = await sayAndTakeBack(table);
    expect(dump()).not.toContain(WITHDRAWN);
    expect((await app.hub.readCommitted(table.planId, readPlan)).goals[0]?.sentence).toBe(sentence);
  });

  it('[DU12] is forgotten at the next start when tidying up did not happen', async () => {
    const compact = async (): Promise<void> => {
      throw new Error('the process is gone');
    };
    app = await openTestApp('postgres', { database, store: (store) => ({ ...store, compact }) });
    await app.demo.reset();
    const table = await openTable(app);
    const sentence = await sayAndTakeBack(table);
    expect(dump()).toContain(WITHDRAWN);
    await app.stop();
    app = await openTestApp('postgres', { database });
    expect(dump()).not.toContain(WITHDRAWN);
    expect((await app.hub.readCommitted(table.planId, readPlan)).goals[0]?.sentence).toBe(sentence);
  });
});
