import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#server/db/database.ts';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { openBrowser, SCREENS } from '../helpers/browser.ts';
import { runBackupCommand } from '../helpers/database/backup-commands.ts';
import { testServerUrl } from '../helpers/database.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import {
  addGoal,
  admit,
  comeToLobby,
  moveTo,
  openFor,
  openTable,
  type Place,
  photograph,
  row,
  saved,
  showList,
} from './round.ts';

const BACK = { timeout: 60_000 };
const BEFORE = 'Vor der Sicherung';
const SEIDELS = 'Danach von Frau Seidel';
const LEONS = 'Danach von Leon';

describe('an older backup is put in while two pages are open', () => {
  let server: ServerProcess;
  let browser: Browser;
  let demo: DemoAnswer;
  let seidel: Place;
  let leon: Place;
  let krueger: Place;
  const folder = mkdtempSync(join(tmpdir(), 'planrunde-restored-'));
  const archive = join(folder, 'planrunde.tar');
  const env = (): Record<string, string> => ({
    DATA_DIR: server.dataDir,
    DATABASE_URL: server.databaseUrl ?? '',
  });

  beforeAll(async () => {
    server = await startServer('postgres');
    browser = await openBrowser();
    demo = await server.demo();
    seidel = await openFor(browser, 'seidel', SCREENS.laptop);
    leon = await openFor(browser, 'leon', { viewport: { width: 960, height: 700 } });
    krueger = await openFor(browser, 'krueger', { viewport: { width: 960, height: 700 } });
    await openTable(seidel, server.url, demo);
    for (const [place, name] of [
      [leon, 'Leon'],
      [krueger, 'Herr Krüger'],
    ] as const) {
      await comeToLobby(place, demo);
      await admit(seidel, name);
      await place.page.getByTestId('table').waitFor(BACK);
    }
    await moveTo(seidel, 'ziele');
    await Promise.all([showList(seidel), showList(leon)]);
    await write(seidel, BEFORE);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('[RE1] [RE3] every page keeps what it has seen, and says why it goes no further', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => photograph([seidel, leon], 'restored-closed'));
    expect(await runBackupCommand('backup', env(), archive)).toMatchObject({ code: 0, err: '' });
    expect(await freeze(seidel)).toBe('2.0');
    await command(seidel, 'reopen');
    await Promise.all([showList(seidel), showList(leon)]);
    await write(seidel, SEIDELS);
    await write(leon, LEONS);
    await Promise.all([row(leon, SEIDELS).waitFor(BACK), row(seidel, LEONS).waitFor(BACK)]);
    await remove('krueger');
    await server.kill();
    await putOlderIn();
    const said = await runBackupCommand('restored', env());
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toMatch(/VERSIONS UP TO 2\.0 WERE GIVEN/);
    await server.restart();
    for (const place of [seidel, leon]) {
      await place.page.getByText('aus einer älteren Sicherung wiederhergestellt').first().waitFor(BACK);
      expect(await row(place, SEIDELS).isVisible()).toBe(true);
      expect(await row(place, LEONS).isVisible()).toBe(true);
    }
  }, 240_000);

  it('[RE2] [RE4] who comes back in the same tab finds what is missing, puts it back, and it stands there once', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => photograph([seidel, leon], 'restored-back'));
    demo = await server.demo();
    await openTable(seidel, server.url, demo);
    await expectInBox(seidel);
    await comeToLobby(leon, demo);
    await admit(seidel, 'Leon');
    await expectInBox(leon);
    await seidel.page.getByText(/noch auf diesen Seiten stehen: Leon/).waitFor(BACK);
    await leon.page.getByRole('button', { name: 'Wieder einsetzen' }).click();
    await showList(seidel);
    await row(seidel, LEONS).waitFor(BACK);
    await row(seidel, SEIDELS).waitFor(BACK);
    await seidel.page.getByRole('button', { name: 'Wieder einsetzen' }).click();
    await seidel.page
      .getByRole('button', { name: 'Wieder einsetzen' })
      .waitFor({ state: 'detached', ...BACK });
    await saved(seidel);
    for (const words of [BEFORE, SEIDELS, LEONS]) {
      expect(await seidel.page.locator('[role=treeitem]').filter({ hasText: words }).count()).toBe(1);
    }
  }, 240_000);

  it('[RE12] [RE14] who was removed stays out, and the number of the lost version is not given again', async () => {
    await krueger.page.reload();
    await expect.poll(() => krueger.page.getByTestId('table').count(), BACK).toBe(0);
    expect(await freeze(seidel)).toBe('2.1');
  }, 120_000);

  async function write(place: Place, words: string): Promise<void> {
    await addGoal(place, words);
    await row(place, words).waitFor(BACK);
    await saved(place);
  }

  async function expectInBox({ page }: Place): Promise<void> {
    const box = page.locator('.session-refused');
    await box.waitFor(BACK);
    await expect.poll(() => box.innerText(), BACK).toContain(SEIDELS);
    expect(await box.innerText()).toContain(LEONS);
    expect(await box.innerText()).not.toContain(BEFORE);
  }

  /** A command of somebody's own page. */
  async function command({ page }: Place, path: string, body: object = {}): Promise<void> {
    const id = new URL(page.url()).pathname.split('/')[2] ?? '';
    const status = await page.evaluate(
      async ([url, json]) => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch(url ?? '', { method: 'POST', headers, body: json ?? '' })).status;
      },
      [`/api/p/${id}/${path}`, JSON.stringify(body)],
    );
    expect({ path, ok: status < 300 }).toEqual({ path, ok: true });
  }

  /** Freezes the plan, and gives the number of the version. */
  async function freeze(place: Place): Promise<string> {
    await command(place, 'freeze', { step: 'begin' });
    const id = new URL(place.page.url()).pathname.split('/')[2] ?? '';
    const newest = async (): Promise<string> => {
      const sql = connect(server.databaseUrl ?? '', 1);
      const [row] = await sql<{ number: string }[]>`
        select v.number from protocol_version v join participation p on p.meeting_id = v.meeting_id
        where p.id = ${id} order by v.frozen_at desc limit 1`;
      await sql.end();
      return row?.number ?? '';
    };
    await expect.poll(newest, BACK).not.toBe('');
    return newest();
  }

  async function remove(id: Place['id']): Promise<void> {
    const place = { krueger }[id as 'krueger'];
    const other = new URL(place.page.url()).pathname.split('/')[2] ?? '';
    await command(seidel, `people/${other}/remove`);
  }

  /** What an operator does: the database away, an empty one in its place, the archive into it. */
  async function putOlderIn(): Promise<void> {
    const name = new URL(server.databaseUrl ?? '').pathname.slice(1);
    const admin = connect(testServerUrl(), 1);
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.unsafe(`create database ${name}`);
    await admin.end();
    expect(await runBackupCommand('restore', env(), archive)).toMatchObject({ code: 0, err: '' });
  }
});
