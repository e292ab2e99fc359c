import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import type * as Y from 'yjs';
import type { TableView } from '#shared/api/view.ts';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import type { PresenceState } from '#shared/wire/presence.ts';
import { createApi } from '../../../client/app/api.ts';
import { ApiContext, useT } from '../../../client/app/context.ts';
import { PhoneTable } from '../../../client/meeting/phone/PhoneTable.tsx';
import { show, type Table } from '../table.tsx';
import { tableView, WEGNER } from '../view.ts';

function Phone() {
  return (
    <ApiContext value={createApi({ t: useT(), language: 'de' })}>
      <PhoneTable />
    </ApiContext>
  );
}

/** Who leads, at a laptop. */
const LAPTOP: TableView['participants'][number] = {
  participationId: 'p-lead',
  person: WEGNER,
  role: 'moderation',
  attendance: 'vor_ort',
  noted: null,
  note: '',
  proposed: null,
  online: true,
  present: 'room',
};

/** The phone of who leads, or of somebody else, in a step of the meeting. */
async function phoneIn(phase: MeetingPhase, { leads = true, seed = twoGoals } = {}): Promise<Table> {
  const me = leads ? ({ ...tableView().me, role: 'moderation' } as const) : tableView().me;
  const phases = (['rueckblick', 'ziele', 'vereinbarungen', 'abschluss'] as const).map((one) => ({
    phase: one,
    minutes: 20,
    state: one === phase ? ('now' as const) : ('next' as const),
  }));
  const table = await show(<Phone />, {
    seed,
    view: { phase, phases, me, participants: [LAPTOP] },
  });
  await expect.element(page.getByTestId('phone-now')).toBeVisible();
  return table;
}

function twoGoals(doc: Y.Doc): void {
  addGoal(doc, null, { id: 'rz', textOwn: 'Oben' }, ORIGIN.seed);
  for (const [id, number] of [
    ['g1', '1.1'],
    ['g2', '1.2'],
  ] as const) {
    const before = {
      version: '1.0',
      date: '2026-01-10',
      number,
      text: `Ziel ${number}`,
      dueDate: null,
      status: 'vereinbart',
      target: null,
      scales: {},
    };
    addGoal(doc, 'rz', { id, textOwn: `Ziel ${number}`, before }, ORIGIN.seed);
  }
  addGoal(doc, 'rz', { id: 'g3', textOwn: 'Ein neues Ziel' }, ORIGIN.seed);
}

beforeEach(async () => {
  await page.viewport(390, 844);
  history.replaceState(null, '');
  onTestFinished(() => page.viewport(1024, 900));
});

it('[UI173] who leads writes the arrangements on a phone; the others read them', async () => {
  await phoneIn('vereinbarungen');
  await expect.element(page.getByTestId('service-add')).toBeInTheDocument();
  await expect.element(page.getByTestId('next-review')).toBeInTheDocument();
});

it('[UI173] the others get no forms there, nor what only who leads has', async () => {
  await phoneIn('vereinbarungen', { leads: false });
  await expect.element(page.getByText('Das vereinbaren wir')).toBeVisible();
  await expect.element(page.getByTestId('service-add')).not.toBeInTheDocument();
  await expect.element(page.getByTestId('tab-protocol')).not.toBeInTheDocument();
  await page.getByTestId('tab-goals').click();
  await expect.element(page.getByTestId('phone-goals')).toBeVisible();
  await expect.element(page.getByTestId('leitziel-edit')).not.toBeInTheDocument();
});

it('[UI173] who leads writes down what is said while the young person speaks', async () => {
  await phoneIn('sicht_kind');
  await expect.element(page.getByTestId('editor-sicht_kind')).toBeInTheDocument();
});

it('[UI173] looking back, who leads has the form of a laptop; the others give their number', async () => {
  const { presence } = await phoneIn('rueckblick');
  await expect.element(page.getByTestId('review-result')).toBeInTheDocument();
  await expect.poll(() => presence.selected).toBe('g1');
  await page.getByTestId('review-next').click();
  await expect.element(page.getByTestId('review').getByText('Ziel 1.2')).toBeVisible();
  await expect.poll(() => presence.selected).toBe('g2');
  await page.getByTestId('review-item-1.1').click();
  await expect.poll(() => presence.selected).toBe('g1');
  await expect.element(page.getByTestId('my-scale')).not.toBeInTheDocument();
});

it('[UI173] looking back, the others give their number', async () => {
  await phoneIn('rueckblick', { leads: false });
  await expect.element(page.getByTestId('my-scale')).toBeVisible();
  await expect.element(page.getByTestId('review-result')).not.toBeInTheDocument();
});

it('[UI173] beside a laptop that leads the phone of who leads goes along, and leads nobody elsewhere', async () => {
  const { presence, others } = await phoneIn('rueckblick');
  await expect.poll(() => presence.selected).toBe('g1');
  const leading = { user: { participationId: 'p-lead' }, selected: 'g2' } as unknown as PresenceState;
  others.set(new Map([[7, leading]]));
  await expect.element(page.getByTestId('review').getByText('Ziel 1.2')).toBeVisible();
  await expect.poll(() => presence.selected).toBeNull();
});

it('[UI173] before reading, who leads goes to a goal that is named, and comes back to the list', async () => {
  const { presence } = await phoneIn('abschluss');
  const gap = page.getByTestId('gap-1.3');
  await gap.click();
  await expect.element(page.getByTestId('goal-details')).toBeVisible();
  await expect.poll(() => presence.selected).toBe('g3');
  await page.getByTestId('goal-details-back').click();
  await expect.element(gap).toBeInViewport();
  await expect.poll(() => document.activeElement?.getAttribute('data-testid')).toBe('gap-1.3');
});

it('[UI173] before reading, who leads goes to another step on this phone alone, and back', async () => {
  await phoneIn('abschluss');
  await page.getByTestId('gap-service').click();
  await expect.element(page.getByTestId('service-add')).toBeInTheDocument();
  await expect.element(page.getByText('Nur auf diesem Bildschirm: Vereinbarungen.')).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Vereinbarungen');
  await page.getByTestId('peek-back').click();
  await expect.element(page.getByTestId('gap-service')).toBeInViewport();
  // What has to be said of a goal of the last time is said where one looks back at it.
  await page.getByTestId('gap-1.2').click();
  await expect.element(page.getByTestId('review').getByText('Ziel 1.2')).toBeVisible();
});

it('[UI173] without a goal it leads to where goals are written', async () => {
  await phoneIn('abschluss', { seed: () => undefined });
  await page.getByTestId('gap-no_goals').click();
  await expect.element(page.getByTestId('goal-add')).toBeVisible();
});

it('[UI173] who leads reads on a phone how the protocol will be, and writes what is for the whole family', async () => {
  await phoneIn('ziele');
  await page.getByTestId('tab-goals').click();
  await expect.element(page.getByTestId('leitziel-edit')).toBeVisible();
  await page.getByTestId('tab-protocol').click();
  await expect.element(page.getByTestId('protocol-preview')).toBeVisible();
});

it('[UI173] what belongs below a goal is added on a phone too', async () => {
  const { plan } = await phoneIn('ziele', { leads: false });
  await page.getByTestId('tab-goals').click();
  await page.getByTestId('open-1.3').click();
  await page.getByTestId('goal-add').fill('Den Ball mitbringen');
  await page.getByTestId('goal-add-go').click();
  expect(plan().goals[0]?.children[2]?.children.map(({ sentence }) => sentence)).toEqual([
    'Den Ball mitbringen',
  ]);
});

it('[UI173] on a phone who leads sees the time that is left and what to ask', async () => {
  await phoneIn('ziele');
  await expect.element(page.getByTestId('lead-left')).toBeVisible();
  await expect.element(page.getByText(/Was wäre ein Punkt mehr\?/)).toBeVisible();
});
