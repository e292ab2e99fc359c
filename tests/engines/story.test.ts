import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import type { Where } from './in-page.ts';
import { KEYS, type Page } from './page.ts';
import { admit, comeToLobby, ENGINES, moveTo, openFor, openTable, photograph, saved } from './round.ts';
import { DEVICES } from './tab.ts';

const OWN = 'Ich will Papa öfter sehen 👨‍👩‍👧 Ğ';

/** A meeting of a laptop and a phone, from the link to the PDF. The steps build on each other. */
describe.each(ENGINES)('[ME1] [UI130] one plan meeting in %s', (engine) => {
  let server: ServerProcess;
  let demo: DemoAnswer;
  let seidel: Page;
  let leon: Page;

  beforeAll(async () => {
    server = await startServer('embedded');
    demo = await server.demo();
    seidel = await openFor(engine, DEVICES.laptop);
    leon = await openFor(engine, DEVICES.phone);
  });

  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph({ seidel, leon }, `${engine}-${task.name.slice(0, 40)}`));
  });

  afterAll(async () => {
    await seidel?.tab.close();
    await leon?.tab.close();
    await server?.close();
  });

  it('the facilitator signs in, the child comes by the link, waits and is let in', async () => {
    await openTable(seidel, server.url, demo);
    await comeToLobby(leon, demo, 'leon');
    await leon.see({ css: 'main', text: 'Frau Seidel holt dich gleich rein' });
    await admit(seidel);
    await leon.see({ testId: 'table' });
    await leon.see({ testId: 'tab-now' });
  });

  it('the child writes on the phone, and the words come to the laptop', async () => {
    await moveTo(seidel, 'sicht_kind', leon);
    await leon.press({ testId: 'editor-sicht_kind' });
    await leon.type('Mit Papa ist es besser, aber zu selten.');
    await seidel.see({ css: '[data-testid=middle] p', text: 'Mit Papa ist es besser, aber zu selten.' });
    await saved(leon);
  });

  it('the child adds a goal and gives a number on the phone', async () => {
    await moveTo(seidel, 'ziele', leon);
    // Who still has the finger in a field is not taken away from it ([UI133]).
    await leon.press({ css: '[data-testid=gone-on] button' });
    // A goal that has just come up takes no number for a moment ([UI42]).
    await leon.see({ css: '[data-testid=my-scale] label', text: '6' });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await leon.press({ css: '[data-testid=my-scale] label', text: '6' });
    await leon.see({ css: 'main', text: 'Deine Zahl ist 6.' });
    await leon.press({ testId: 'tab-goals' });
    await leon.press({ testId: 'goal-add' });
    await leon.type(OWN);
    await leon.keys(KEYS.enter);
    await seidel.see({ css: '[role=treeitem]', text: OWN });
    await saved(leon);
  });

  it('the facilitator writes on a card of the board and carries one to another place', async () => {
    await seidel.keys(KEYS.alt, '2');
    await seidel.press(card('jedes zweite Wochenende'));
    await seidel.until(`document.activeElement.textContent.includes('zweite Wochenende')`);
    await seidel.type('Jeden Sonntag!');
    await seidel.keys(KEYS.enter);
    await seidel.gone({ testId: 'board-field' });
    await leon.press({ testId: 'goal-details-back' });
    await leon.see({ testId: 'phone-goals', text: 'Jeden Sonntag!' });
    await seidel.drag(card('jedes zweite Wochenende'), card('vier Abenden'));
    await seidel.until(
      `[...document.querySelectorAll('[data-card]')].some(({ textContent }) => /1\\.1.*zweite Woch/.test(textContent))`,
    );
    await saved(seidel);
    await seidel.keys(KEYS.alt, '1');
    await seidel.see({ testId: 'goal-tree' });
  });

  it('the child reads their own page, then the whole plan', async () => {
    await moveTo(seidel, 'abschluss');
    await seidel.press({ testId: 'freeze' });
    await leon.see({ testId: 'protocol-my-page' });
    await leon.press({ testId: 'protocol-switch' });
    for (const text of ['Mit Papa ist es besser, aber zu selten.', OWN, 'Jeden Sonntag!']) {
      await leon.until(`${SHOWN_READING}?.textContent.includes(${JSON.stringify(text)})`);
    }
    await leon.until('document.scrollingElement.scrollWidth <= innerWidth');
    await leon.press({ testId: 'protocol-switch' });
    await leon.see({ testId: 'protocol-my-page' });
  });

  it('both sign on their own device', async () => {
    await decide(leon, 'mit_anmerkung', 'Leon', 'Lieber jedes zweite Wochenende.');
    await seidel.press({ testId: 'protocol-own-decision' });
    await decide(seidel, 'einverstanden', 'Katrin Seidel');
  });

  it('the facilitator seals, and the PDF lands on the laptop with what was written', async () => {
    await seidel.press({ testId: 'protocol-back-to-round' });
    await seidel.press({ css: '[data-testid=protocol-seal-open], [data-testid=protocol-seal]' });
    await seidel.press({ testId: 'protocol-seal-confirm' });
    await seidel.press({ testId: 'protocol-download-pdf' });
    const words = await pdfWords(seidel.tab.downloads);
    for (const part of ['Ich will Papa öfter sehen', 'Jeden Sonntag!', 'Lieber jedes zweite Wochenende.']) {
      expect(words).toContain(part);
    }
  });

  it('no page has made an error on the way', async () => {
    expect({ seidel: await seidel.troubles(), leon: await leon.troubles() }).toEqual({
      seidel: [],
      leon: [],
    });
  });
});

/** Beside the plan that one reads stands a copy for the printer, which nobody sees. */
const SHOWN_READING = `[...document.querySelectorAll('[data-testid=protocol-reading]')].find((one) => one.checkVisibility())`;

const card = (text: string): Where => ({
  css: '[data-testid=board-goals] [data-card]',
  text,
  through: true,
});

async function decide(page: Page, decision: string, name: string, remark?: string): Promise<void> {
  await page.press({ css: `label:has([data-testid=protocol-decision-${decision}])` });
  if (remark) {
    await page.fill({ testId: 'protocol-remark' }, remark);
  }
  await page.fill({ testId: 'protocol-name' }, name);
  await page.press({ testId: 'protocol-submit' });
  await page.see({ testId: 'protocol-decided' });
}

/** What stands in the one PDF that landed, once it is whole. */
async function pdfWords(folder: string): Promise<string> {
  await expect
    .poll(() => readdirSync(folder), { timeout: 60_000 })
    .toEqual([expect.stringMatching(/\.pdf$/)]);
  const [file = ''] = readdirSync(folder);
  const words = execFileSync('pdftotext', [join(folder, file), '-'], { encoding: 'utf8' });
  return words.replace(/\u00ad\s*/g, '').replace(/\s+/g, ' ');
}
