import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { PersonRef, TableView, WaitingDevice } from '#shared/api/view.ts';
import { createApi } from '../../../client/app/api.ts';
import { ApiContext, useStore, useT, useView, ViewContext } from '../../../client/app/context.ts';
import { createStore, type WritableStore } from '../../../client/app/store.ts';
import { AdmitStrip } from '../../../client/meeting/people/AdmitStrip.tsx';
import { RemovedParticipants } from '../../../client/meeting/people/RemovedParticipants.tsx';
import { show, type Table } from '../table.tsx';
import { KRUEGER, LEON, WEGNER } from '../view.ts';

/** What the server says of the round, as a test changes it. */
type RoundStore = WritableStore<Pick<TableView, 'waiting' | 'removedParticipants'>>;

function Round({ round, children }: { round: RoundStore; children: ReactNode }) {
  const view = useView();
  const now = useStore(round);
  return (
    <ApiContext value={createApi({ t: useT(), language: 'de' })}>
      <ViewContext value={{ ...view, ...now }}>{children}</ViewContext>
    </ApiContext>
  );
}

function waits(person: PersonRef): WaitingDevice {
  return {
    deviceId: `d-${person.id}`,
    participationId: `p-${person.id}`,
    person,
    role: 'personensorgeberechtigt',
    since: '2026-03-10T16:19:00Z',
    secondDevice: false,
  };
}

function removed(person: PersonRef): TableView['removedParticipants'][number] {
  return {
    participationId: `p-${person.id}`,
    person,
    role: 'personensorgeberechtigt',
    online: false,
    present: null,
    attendance: 'vor_ort',
    noted: null,
    note: '',
    proposed: null,
  };
}

interface Strip extends Table {
  round: RoundStore;
}

async function lobby(...people: PersonRef[]): Promise<Strip> {
  const round: RoundStore = createStore({ waiting: people.map(waits), removedParticipants: [] });
  const table = await show(
    <Round round={round}>
      <AdmitStrip />
    </Round>,
  );
  await expect.element(page.getByTestId('admit-yes').first()).toBeVisible();
  // A list that has just come takes presses once it stands, in its own type.
  await pause(500);
  return { ...table, round };
}

/** The server has let somebody in, and says so. */
function leave({ round }: Strip, person: PersonRef): void {
  const now = round.get();
  round.set({ ...now, waiting: now.waiting.filter((device) => device.person !== person) });
}

function knock({ round }: Strip, person: PersonRef): void {
  const now = round.get();
  round.set({ ...now, waiting: [...now.waiting, waits(person)] });
}

const admitted = ({ sent }: Table): string[] =>
  sent.map(({ path }) => /admissions\/d-(\w+)/.exec(path)?.[1] ?? path);

/** The middle of the n-th button of a name. */
function spotOf(testId: string, index = 0): [number, number] {
  const button = document.querySelectorAll(`[data-testid="${testId}"]`)[index];
  const { x = 0, y = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
  return [x + width / 2, y + height / 2];
}

/** A finger that comes down at a place, whatever lies there. */
async function tap([clientX, clientY]: [number, number]): Promise<void> {
  const at = document.elementFromPoint(clientX, clientY);
  at?.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, clientX, clientY }),
  );
  await pause(30);
}

/** The key, on whatever has the focus: a press without a place. */
async function enter({ repeat = false } = {}): Promise<void> {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', repeat, bubbles: true }),
  );
  document.activeElement?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  await pause(30);
}

function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}

it('[UI220] a second tap on the same place lets nobody else in, whether it comes at once or later', async () => {
  const strip = await lobby(KRUEGER, WEGNER);
  const spot = spotOf('admit-yes');
  await tap(spot);
  leave(strip, KRUEGER);
  await pause(100);
  await tap(spot);
  await pause(700);
  await tap(spot);
  expect(admitted(strip)).toEqual(['kr']);
  await expect.element(page.getByText('Herr Krüger kommt herein.')).toBeVisible();
});

it('[UI220] it acts once, also before the list says so', async () => {
  const strip = await lobby(KRUEGER, WEGNER);
  const spot = spotOf('admit-yes');
  await tap(spot);
  await pause(600);
  await tap(spot);
  expect(admitted(strip)).toEqual(['kr']);
});

it('[UI220] two who are let in within 300 ms both come in', async () => {
  const strip = await lobby(KRUEGER, WEGNER);
  const next = spotOf('admit-yes', 1);
  await tap(spotOf('admit-yes'));
  leave(strip, KRUEGER);
  await pause(100);
  await tap(next);
  expect(admitted(strip)).toEqual(['kr', 'we']);
});

it('[UI220] the places close up once nobody presses any more, and take no press while they do', async () => {
  const strip = await lobby(KRUEGER, WEGNER);
  const spot = spotOf('admit-yes');
  leave(strip, KRUEGER);
  await expect.element(page.getByText('Herr Krüger wartet nicht mehr.')).toBeVisible();
  await expect
    .poll(() => document.querySelector('[data-testid=admit-answered]'), { timeout: 4000 })
    .toBeNull();
  await tap(spot);
  expect(admitted(strip)).toEqual([]);
  await pause(500);
  await tap(spot);
  expect(admitted(strip)).toEqual(['we']);
});

it('[UI220] who knocks stands last, and rows that become short lines take no press meanwhile', async () => {
  const strip = await lobby(KRUEGER, WEGNER);
  knock(strip, LEON);
  await expect.poll(() => document.querySelectorAll('[data-testid=admit-yes]').length).toBe(3);
  await tap(spotOf('admit-yes', 1));
  expect(admitted(strip)).toEqual([]);
  const names = [...document.querySelectorAll('[data-testid=admit-waiting] b')].map((b) => b.textContent);
  expect(names).toEqual(['Herr Krüger', 'Frau Wegner', 'Leon']);
});

it('[UI220] Enter pressed twice lets one in; gone to by Tab, the next is let in at once', async () => {
  const strip = await lobby(KRUEGER, WEGNER);
  document.querySelector<HTMLElement>('[data-testid=admit-yes]')?.focus();
  await enter();
  leave(strip, KRUEGER);
  await pause(50);
  expect(document.activeElement?.closest('[data-testid=admit-waiting]')?.textContent).toMatch(/Wegner/);
  await enter();
  expect(admitted(strip)).toEqual(['kr']);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
  await enter();
  expect(admitted(strip)).toEqual(['kr', 'we']);
});

it('[UI220] a key that is held down presses once', async () => {
  const strip = await lobby(KRUEGER, WEGNER);
  document.querySelector<HTMLElement>('[data-testid=admit-yes]')?.focus();
  await enter();
  leave(strip, KRUEGER);
  await pause(600);
  await enter({ repeat: true });
  expect(admitted(strip)).toEqual(['kr']);
});

it('[UI220] a double tap takes one person back, and never whoever stood below', async () => {
  const round: RoundStore = createStore({
    waiting: [],
    removedParticipants: [removed(KRUEGER), removed(WEGNER)],
  });
  const { sent } = await show(
    <Round round={round}>
      <RemovedParticipants />
    </Round>,
  );
  await expect.element(page.getByTestId('restore-we')).toBeVisible();
  await pause(500);
  const [spot, next] = [spotOf('restore-kr'), spotOf('restore-we')];
  await tap(spot);
  round.set({ waiting: [], removedParticipants: [removed(WEGNER)] });
  await tap(spot);
  await pause(700);
  await tap(spot);
  expect(sent.map(({ path }) => path)).toEqual([expect.stringContaining('p-kr')]);
  await tap(next);
  expect(sent).toHaveLength(2);
  await expect.element(page.getByText('Herr Krüger hat wieder einen Platz.')).toBeVisible();
});
