import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveOffice } from '#server/office/office.ts';
import { openTable, openTestApp, type Table, type TestApp } from '../../helpers/app.ts';

const OFFICE = {
  name: 'Jugendamt',
  address: '',
  phone: '',
  email: '',
  ombudsName: 'Ombudsstelle Musterland',
  ombudsPhone: '0800 111 222',
  complaint: 'Frau Amt, 0123 456-1',
};

let app: TestApp;
let table: Table;
beforeAll(async () => {
  app = await openTestApp('embedded');
  table = await openTable(app);
});
afterAll(() => app.stop());

it('[AK5] everybody at the table learns who helps once the office is set up, and nothing else of the office', async () => {
  const leon = await table.seat('leon');
  expect((await leon.live.untilTable()).help).toBeNull();
  await app.database.sql.begin((tx) => saveOffice(tx, OFFICE));
  app.live.changed(table.meetingId);
  const { help } = await leon.live.untilTable((view) => view.help !== null);
  expect(help).toEqual({
    ombudsName: OFFICE.ombudsName,
    ombudsPhone: OFFICE.ombudsPhone,
    complaint: OFFICE.complaint,
  });
});
