import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type * as Y from 'yjs';
import type { ParticipantView } from '#shared/api/view.ts';
import { addGoal, type NewGoal } from '#shared/documents/plan/goals.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource } from '#shared/documents/plan/resources.ts';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import type { PresenceState } from '#shared/wire/presence.ts';
import { useView, ViewContext } from '../../client/app/context.ts';
import { Ending } from '../../client/meeting/phone/now/Ending.tsx';
import { MyScale } from '../../client/meeting/phone/now/MyScale.tsx';
import { Strengths } from '../../client/meeting/phone/now/Strengths.tsx';
import { PhoneTable } from '../../client/meeting/phone/PhoneTable.tsx';
import { useTab } from '../../client/meeting/phone/useTab.ts';
import { smallTree } from './seeds.ts';
import { show } from './table.tsx';
import { WEGNER } from './view.ts';

const LEADER: ParticipantView = {
  participationId: 'p-we',
  person: WEGNER,
  role: 'moderation',
  attendance: 'vor_ort',
  noted: null,
  note: '',
  proposed: null,
  online: true,
  present: 'room',
};

function twoGoals(doc: Y.Doc): void {
  smallTree(doc);
  const [direction] = readPlan(doc).goals;
  addGoal(doc, direction?.id ?? null, { textOwn: 'Ich stehe auf' }, ORIGIN.seed);
}

/** Who leads has selected a goal. */
function selecting(selected: string | null): ReadonlyMap<number, PresenceState> {
  const { participationId, person } = LEADER;
  return new Map([[1, { user: { ...person, participationId, personId: person.id }, selected }]]);
}

function nextFrames(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

it('[UI42] asks for the own number at one goal, stores it at once and takes it back', async () => {
  const { plan } = await show(<MyScale />, { seed: smallTree });
  const scales = () => plan().goals[0]?.children[0]?.scales;
  await expect
    .element(page.getByRole('heading', { name: 'Wo stehst du gerade bei diesem Ziel?' }))
    .toBeVisible();
  await expect.element(page.getByText('Frau Lorenz fragt')).toBeVisible();
  await expect.element(page.getByText('Alle am Tisch sehen deine Zahl sofort.')).toBeVisible();
  await expect.element(page.getByRole('group', { name: /Wo stehst du/ })).toBeEnabled();
  await page.getByText('6', { exact: true }).click();
  await expect.element(page.getByText(/Deine Zahl ist 6/)).toBeVisible();
  expect(scales()).toEqual({ le: 6 });
  await page.getByRole('button', { name: 'Zurücknehmen' }).click();
  await expect.element(page.getByText(/Deine Zahl ist 6/)).not.toBeInTheDocument();
  expect(scales()).toEqual({});
});

it('[UI42] a goal that one asked for takes a number at once; one that the talk has brought waits', async () => {
  const isClosed = () => document.querySelector('[data-testid=my-scale]')?.matches(':disabled');
  const { others, plan } = await show(<MyScale />, { seed: twoGoals, view: { participants: [LEADER] } });
  await expect.poll(isClosed).toBe(false);
  const next = page.getByTestId('my-scale-next').element();
  next instanceof HTMLElement && next.click();
  await expect.poll(() => document.querySelector('main, body')?.textContent).toContain('Ich stehe auf');
  expect(isClosed()).toBe(false);
  others.set(selecting(plan().goals[0]?.children[0]?.id ?? null));
  await nextFrames();
  expect(isClosed()).toBe(true);
  await expect.poll(isClosed).toBe(false);
});

it('asks nobody who may not write, and nothing where there is no goal', async () => {
  await show(<MyScale />, { seed: smallTree, reader: true });
  await expect.element(page.getByText('Ich gehe jeden Tag hin')).toBeVisible();
  await expect.element(page.getByRole('radio')).not.toBeInTheDocument();
});

it('without a goal it says that one need do nothing', async () => {
  await show(<MyScale />, {});
  await expect.element(page.getByRole('heading', { name: /Du musst nichts tun/ })).toBeVisible();
});

it('[UI59] when the talk goes on to another goal, the focus goes to its card, with its words', async () => {
  const { others, plan } = await show(<MyScale />, {
    seed: twoGoals,
    view: { participants: [LEADER] },
  });
  await expect.element(page.getByRole('group', { name: /Wo stehst du/ })).toBeEnabled();
  await page.getByText('6', { exact: true }).click();
  expect(document.activeElement?.matches('input')).toBe(true);
  others.set(selecting(plan().goals[0]?.children[1]?.id ?? null));
  await expect
    .poll(() =>
      document.activeElement
        ?.getAttribute('aria-labelledby')
        ?.split(' ')
        .map((id) => document.getElementById(id)?.textContent),
    )
    .toEqual(['Handlungsziel 1.2:', 'Ich stehe auf']);
});

it('[UI54] words that are not entered yet are found again after the step has gone on', async () => {
  await show(<PhoneTable />, {
    seed(doc) {
      for (let at = 0; at < 30; at++) {
        addResource(doc, { domain: 'sozial', title: `Mensch ${at}` }, ORIGIN.seed);
      }
    },
    view: { phase: 'ressourcen', phases: [{ phase: 'ressourcen', minutes: 9, state: 'now' }] },
  });
  const part = page.getByTestId('tab-strengths');
  await page.getByTestId('resource-add').fill('Halber Satz');
  await expect.element(part).toHaveAccessibleName('Stärken noch nicht eingetragen');
  await part.click();
  const field = page.getByTestId('resource-add');
  await expect.element(field).toHaveValue('Halber Satz');
  await expect.element(field).toBeInViewport();
  await field.fill('');
  await expect.element(part).toHaveAccessibleName('Stärken');
});

it('[UI55] before the reading one sees the own steps and where one helps, none that is done or given up', async () => {
  await show(<Ending />, {
    seed(doc) {
      smallTree(doc);
      const [goal] = readPlan(doc).goals[0]?.children ?? [];
      const steps: NewGoal[] = [
        { textOwn: 'Mitgehen', responsible: 'kr', supporters: ['le'] },
        { textOwn: 'Schon getan', responsible: 'le', status: 'erledigt' },
        { textOwn: 'Nur halb getan', responsible: 'le', status: 'teilweise_erledigt' },
      ];
      for (const step of steps) {
        addGoal(doc, goal?.id ?? null, step, ORIGIN.seed);
      }
    },
  });
  const below = (title: string): string | null | undefined =>
    page.getByRole('heading', { name: title }).element().nextElementSibling?.textContent;
  await expect.element(page.getByRole('heading', { name: 'Deine Schritte' })).toBeVisible();
  expect(below('Deine Schritte')).toBe('Wecker stellen');
  expect(below('Dabei hilfst du')).toBe('Mitgehen');
});

it('[UI55] what one answers to "Wer oder was hilft dir?" is one\'s own and stands below at once', async () => {
  const { plan } = await show(<Strengths />, {});
  await page.getByTestId('resource-add').fill('Ich schieße Tore');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('listitem')).toHaveTextContent('Ich schieße Tore');
  expect(plan().resources.map(({ owner }) => owner)).toEqual(['le']);
});

it('[UI42] the phone goes along once when the plan is read; a part chosen then, and who writes, stay', async () => {
  await show(<Meeting />, {});
  const open = page.getByTestId('open-part');
  await page.getByRole('button', { name: 'me', exact: true }).click();
  await page.getByRole('textbox').click();
  await page.getByTestId('to-freezing').click();
  await expect.element(open).toHaveTextContent('now');
  await page.getByRole('button', { name: 'me', exact: true }).click();
  await expect.element(open).toHaveTextContent('me');
  await page.getByTestId('to-frozen').click();
  await expect.element(open).toHaveTextContent('me');
  await page.getByRole('textbox').click();
  turnTo('sealed');
  await expect.element(open).toHaveTextContent('me');
  await page.getByRole('button', { name: 'goals', exact: true }).click();
  await page.getByRole('textbox').click();
  turnTo('frozen');
  await expect.element(open).toHaveTextContent('now');
});

/** Changes the state while the focus stays where it is. */
function turnTo(state: string): void {
  document.querySelector<HTMLElement>(`[data-testid="to-${state}"]`)?.click();
}

/** A meeting that only turns its state, and the part that is open beside it. */
function Meeting() {
  const view = useView();
  const [state, setState] = useState(view.state);
  return (
    <ViewContext value={{ ...view, state }}>
      {(['open', 'freezing', 'frozen', 'sealed'] as const).map((next) => (
        <button key={next} type="button" data-testid={`to-${next}`} onClick={() => setState(next)}>
          {next}
        </button>
      ))}
      <Part />
    </ViewContext>
  );
}

function Part() {
  const [tab, setTab] = useTab(['now', 'goals', 'me'], (part) => part !== 'goals');
  return (
    <div>
      <p data-testid="open-part">{tab}</p>
      <input aria-label="words" />
      {(['goals', 'me'] as const).map((part) => (
        <button key={part} type="button" onClick={() => setTab(part)}>
          {part}
        </button>
      ))}
    </div>
  );
}

it('[UI133] a step that begins takes no field away from who writes in it; leaving the field goes along', async () => {
  const { doc } = await show(<Steps from="sicht_kind" to="rueckblick" />, { seed: smallTree });
  const field = page.getByTestId('editor-sicht_kind');
  await field.click();
  await userEvent.keyboard('Ich will');
  goOn();
  await expect
    .element(page.getByTestId('gone-on'))
    .toHaveTextContent('Die Runde ist schon weiter: Rückblick.Mitgehen');
  await userEvent.keyboard(' mehr Zeit');
  await expect.poll(() => readPlan(doc).texts.sicht_kind?.[0]?.paragraphs).toEqual(['Ich will mehr Zeit']);
  await page.getByRole('heading', { name: 'Was ist dir wichtig?' }).click();
  await expect.element(page.getByRole('heading', { name: /Wo stehst du gerade/ })).toBeVisible();
  await expect.element(page.getByTestId('gone-on')).not.toBeInTheDocument();
});

it('[UI133] a page that is put away keeps the field, and one button goes along', async () => {
  await show(<Steps from="sicht_kind" to="rueckblick" />, { seed: smallTree });
  const field = page.getByTestId('editor-sicht_kind');
  await field.click();
  goOn();
  // A page that loses the focus tells its field so, and leaves it the active one.
  field.element().dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  await expect.element(field).toBeVisible();
  await page.getByRole('button', { name: 'Mitgehen' }).click();
  await expect.element(page.getByRole('heading', { name: /Wo stehst du gerade/ })).toBeVisible();
});

it('[UI133] who has given a number goes along at once', async () => {
  await show(<Steps from="rueckblick" to="sicht_kind" />, { seed: smallTree });
  await expect.element(page.getByRole('group', { name: /Wo stehst du/ })).toBeEnabled();
  await page.getByText('6', { exact: true }).click();
  expect(document.activeElement?.matches('input')).toBe(true);
  goOn();
  await expect.element(page.getByRole('heading', { name: 'Was ist dir wichtig?' })).toBeVisible();
});

/** The meeting goes on while the focus stays where it is. */
function goOn(): void {
  document.querySelector<HTMLElement>('[data-testid="go-on"]')?.click();
}

/** The phone in a meeting that goes from one step to another. */
function Steps({ from, to }: { from: MeetingPhase; to: MeetingPhase }) {
  const view = useView();
  const [phase, setPhase] = useState(from);
  return (
    <ViewContext value={{ ...view, phase, phases: [{ phase, minutes: 9, state: 'now' }] }}>
      <button type="button" data-testid="go-on" onClick={() => setPhase(to)}>
        on
      </button>
      <PhoneTable />
    </ViewContext>
  );
}
