import { mkdirSync } from 'node:fs';
import type { DemoAnswer, DemoPlace } from '#shared/api/answers.ts';
import { openFirefox } from './firefox.ts';
import { type Page, pageOn } from './page.ts';
import type { Device, Tab } from './tab.ts';
import { openWebkit } from './webkit.ts';

/** The engines beside Chromium; most phones of families have WebKit. */
export const ENGINES = ['webkit', 'firefox'] as const;
export type Engine = (typeof ENGINES)[number];

const OPEN: Record<Engine, (device: Device) => Promise<Tab>> = { webkit: openWebkit, firefox: openFirefox };

/** Somebody's browser of that engine. */
export async function openFor(engine: Engine, device: Device): Promise<Page> {
  return pageOn(await OPEN[engine](device));
}

/** The facilitator signs in and opens today's table. */
export async function openTable(page: Page, url: string, { signIn }: DemoAnswer): Promise<void> {
  await page.open(`${url}/anmelden`);
  await page.fill({ role: 'field', name: 'E-Mail' }, signIn.email);
  await page.fill({ role: 'field', name: 'Passwort' }, signIn.password);
  await page.press({ role: 'button', name: 'Anmelden' });
  await page.press({ role: 'button', text: 'Tisch öffnen' });
  await page.see({ testId: 'table' });
}

/** Somebody opens their personal link and says who they are; they wait in the lobby then. */
export async function comeToLobby(page: Page, { places }: DemoAnswer, id: DemoPlace['id']): Promise<void> {
  await page.open(places.find((place) => place.id === id)?.url ?? '');
  await page.until(`location.pathname.startsWith('/p/') && location.hash === ''`);
  await page.press({ role: 'button', text: 'Ja' });
}

/** Who leads lets the next one who waits in. */
export async function admit(page: Page): Promise<void> {
  await page.press({ testId: 'admit-yes' });
  await page.gone({ testId: 'admit-yes' });
}

/** Moves the meeting to a step; the phone goes along. */
export async function moveTo(leads: Page, phase: string, ...others: Page[]): Promise<void> {
  await leads.press({ testId: `phase-${phase}` });
  for (const page of [leads, ...others]) {
    await page.see({ css: `[data-testid=table][data-phase=${phase}]` });
  }
}

/** Nothing of what somebody wrote is on the way any more. */
export async function saved(page: Page): Promise<void> {
  await page.see({ css: 'body', text: 'gespeichert' });
}

/** Pictures of what everybody sees, for whoever has to find out why a test failed. */
export async function photograph(pages: Record<string, Page | undefined>, name: string): Promise<void> {
  mkdirSync('tests/output', { recursive: true });
  for (const [who, page] of Object.entries(pages)) {
    const file = `${name}-${who}`.replace(/[^\w-]+/g, '-');
    await page?.picture(`tests/output/${file}.png`).catch(() => undefined);
  }
}
