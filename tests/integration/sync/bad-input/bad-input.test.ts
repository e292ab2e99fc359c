import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { openTestDatabase, type TestDatabase } from '../../../helpers/database.ts';
import { RawClient } from '../../../helpers/raw-client.ts';
import { saved } from '../../../helpers/sync-server.ts';
import { CONDUCT } from './conduct.ts';
import { ELSEWHERE } from './elsewhere.ts';
import { FRAMES } from './frames.ts';
import { goalOf, joined, open, plant, type Row, type Scene, sentences, write } from './scene.ts';
import { UPDATES } from './updates.ts';

const ROWS: readonly Row[] = [...FRAMES, ...UPDATES, ...CONDUCT];

describe('bad input, row by row', () => {
  let database: TestDatabase;
  let scene: Scene;
  let plans = 0;
  const clients: { end(): void }[] = [];
  beforeAll(async () => {
    database = await openTestDatabase('postgres');
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    const plan = `bad-${++plans}`;
    await plant(database, plan);
    const server = await open(database, plan);
    const anna = await joined(server, plan, 'anna');
    addGoal(anna.doc, null, { id: 'g', textOwn: 'Annas Ziel' }, ORIGIN.list);
    await saved(anna);
    scene = {
      server,
      database,
      plan,
      anna,
      async evil(role = 'youth') {
        const client = await new RawClient(`${server.urlOf(`${plan}-${role}`)}/${plan}`).open();
        clients.push(client);
        return client;
      },
      sentence: () => (goalOf(anna).get('textOwn') as Y.Text)._start?.id as Y.ID,
    };
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) {
      client.end();
    }
    scene.anna.destroy();
    await scene.server.close();
  });

  it.each(
    ROWS.map((row) => [row.rule, row.row, row.input, row.expected, row.run] as const),
  )('[%s] row %s: %s: %s', async (_rule, _row, _input, _expected, run) => {
    const rows = await rowsOf(database, scene.plan);
    const before = sentences(scene.anna);
    await run(scene);
    if (!sentences(scene.anna).some((sentence) => !before.includes(sentence))) {
      expect(await rowsOf(database, scene.plan)).toBe(rows);
    }
    // The honest person has noticed nothing and goes on.
    expect([...scene.anna.closes, ...scene.anna.nacks]).toEqual([]);
    write(scene.anna, 'Es geht weiter');
    await saved(scene.anna);
    expect(scene.server.troubles).toEqual([]);
  });
});

describe('bad input that other tests are about', () => {
  it.each(ELSEWHERE)('row %s: %s is proven in %s', (_row, _input, file, title) => {
    expect(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')).toContain(title);
  });

  it('leaves no row out', () => {
    const numbers = [...ROWS.map(({ row }) => row), ...ELSEWHERE.map(([row]) => row)].flatMap((row) =>
      (row.match(/\d+/g) ?? []).map(Number),
    );
    expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  });
});

async function rowsOf({ sql }: TestDatabase, plan: string): Promise<number> {
  const [row] = await sql<{ next_seq: number }[]>`select next_seq from document where id = ${plan}`;
  return Number(row?.next_seq);
}
