import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkOf, openTable, openTestApp, type Table, type TestApp, tokenOf } from '../../helpers/app.ts';
import { DATABASE_KINDS } from '../../helpers/database.ts';

describe.each(DATABASE_KINDS)('a link that many open at once (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  beforeAll(async () => {
    app = await openTestApp(kind);
    table = await openTable(app);
  });
  afterAll(() => app.stop());

  it('[AC17] makes as many devices as it may, and breaks nothing', async () => {
    const token = tokenOf(linkOf(table.demo, 'leon'));
    const codes = await Promise.all(
      Array.from({ length: 16 }, async () => {
        const own: number[] = [];
        for (let asked = 0; asked < 5; asked++) {
          own.push((await app.browser().post('/api/links/exchange', { token })).status);
        }
        return own;
      }),
    );
    const counts = Object.groupBy(codes.flat(), (code) => String(code));
    expect(Object.keys(counts).sort()).toEqual(['200', '429']);
    expect(counts['200']).toHaveLength(60);
  });
});
