import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type * as Y from 'yjs';
import { addAgreement } from '#shared/documents/plan/arrangements.ts';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource } from '#shared/documents/plan/resources.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import { stepOf } from '#shared/meeting/agenda.ts';
import { Agreed } from '../../../client/meeting/phone/now/Agreed.tsx';
import { Ending } from '../../../client/meeting/phone/now/Ending.tsx';
import { Strengths } from '../../../client/meeting/phone/now/Strengths.tsx';
import { Words } from '../../../client/meeting/phone/now/Words.tsx';
import { PhoneGoals } from '../../../client/meeting/phone/PhoneGoals.tsx';
import { PhoneStrengths } from '../../../client/meeting/phone/PhoneStrengths.tsx';
import { StaticSection } from '../../../client/meeting/sections/TextSectionEditor.tsx';
import { WallAgreements } from '../../../client/meeting/wall/WallAgreements.tsx';
import { WallTexts } from '../../../client/meeting/wall/WallTexts.tsx';
import { useWords } from '../../../client/plan/words/words.ts';
import { show } from '../table.tsx';

/** A pasted link: no place where a line would break. */
const LINK = `https://example.org/${'abcdefghij'.repeat(28)}`;

function seed(doc: Y.Doc): void {
  addText(doc, 'sicht_kind', { id: 't1', voice: 'le', words: LINK }, ORIGIN.seed);
  addText(doc, 'sicht_eltern', { id: 't2', voice: 'we', words: LINK }, ORIGIN.seed);
  addResource(doc, { domain: 'persoenlich', title: LINK, owner: 'le' }, ORIGIN.seed);
  addAgreement(doc, LINK, ORIGIN.seed);
  const direction = addGoal(doc, null, { textOwn: LINK }, ORIGIN.seed);
  const id = 'id' in direction ? direction.id : null;
  const action = addGoal(doc, id, { textOwn: LINK }, ORIGIN.seed);
  addGoal(doc, 'id' in action ? action.id : null, { textOwn: LINK, responsible: 'le' }, ORIGIN.seed);
}

const others = stepOf('sicht_weitere');
const PHONE: [string, ReactNode][] = [
  ['a text for reading', <StaticSection key="a" section="sicht_kind" />],
  ['the own words while others speak', <Words key="b" step={others} hasBegun={false} />],
  ['the own strengths', <Strengths key="c" />],
  ['what was agreed', <Agreed key="d" />],
  ['the own steps before reading', <Ending key="e" />],
  ['the goals', <PhoneGoals key="f" />],
  ['the strengths', <PhoneStrengths key="g" />],
];

it.for(PHONE)('[UI163] on a phone a word that no line holds is broken: %s', async ([, part]) => {
  await page.viewport(390, 844);
  const { element } = await show(<div style={{ padding: 16 }}>{part}</div>, { seed });
  await expect.element(page.getByText(/abcdefghij/).first()).toBeVisible();
  expect(tooWide(element, 390)).toEqual([]);
});

const WALL: [string, ReactNode][] = [
  ['one voice', <WallTexts key="a" texts={['sicht_kind']} height={900} />],
  ['two voices', <WallTexts key="b" texts={['sicht_kind', 'sicht_eltern']} height={900} />],
  ['agreements', <Agreements key="c" />],
];

it.for(WALL)('[UI163] on the shared screen too: %s', async ([, part]) => {
  await page.viewport(1920, 1080);
  const { element } = await show(part, { seed });
  await expect.element(page.getByText(/abcdefghij/).first()).toBeVisible();
  expect(tooWide(element, 1920)).toEqual([]);
  await page.viewport(1024, 900);
});

function Agreements() {
  return <WallAgreements words={useWords()} />;
}

/** What reaches over the edge of the page. */
function tooWide(element: HTMLElement, width: number): string[] {
  return [...element.querySelectorAll('*')]
    .filter(
      (part) => part.getBoundingClientRect().right > width + 1 || part.getBoundingClientRect().left < -1,
    )
    .map((part) => `${part.tagName} ${part.className}`);
}
