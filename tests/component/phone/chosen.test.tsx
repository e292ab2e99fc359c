import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { locale as german } from '#shared/i18n/locales/de/index.ts';
import type { Locale } from '#shared/i18n/messages.ts';
import { translator } from '#shared/i18n/translate.ts';
import { LanguageContext } from '../../../client/app/context.ts';
import { AddGoal } from '../../../client/plan/list/AddGoal.tsx';
import { AddResource } from '../../../client/plan/list/AddResource.tsx';
import { GoalDetails } from '../../../client/plan/list/details/GoalDetails.tsx';
import { chosenCut } from '../../helpers/words/chosen-cut.ts';
import { longWording } from '../../helpers/words/long-text.ts';
import { show } from '../table.tsx';
import { KRUEGER, LEON, WEGNER } from '../view.ts';

const LONG: Locale = {
  rules: german.rules,
  messages: Object.fromEntries(
    Object.entries(german.messages).map(([key, wording]) => [key, longWording(wording)]),
  ) as Locale['messages'],
};

function InLongWords({ children }: { children: ReactNode }) {
  const value = {
    language: 'de',
    address: 'du',
    addresses: ['du'],
    locale: 'de-DE',
    t: translator(LONG, 'du'),
  } as const;
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** At a real table some names are long. */
const PERSONS = [
  LEON,
  { ...WEGNER, name: 'Frau Wegner-Hohenbrunnstetten' },
  { ...KRUEGER, name: 'Herr Rechtsanwalt Krüger' },
];

const nothing = (): void => undefined;

it.for([
  320, 344, 360, 375, 390,
])('[UI144] whatever is chosen is read whole on a phone of %i px', async (width) => {
  await page.viewport(width, 844);
  const { element } = await show(
    <InLongWords>
      <AddGoal selected="handlungsziel" onAdded={nothing} />
      <AddResource />
      <GoalDetails id="handlungsziel" />
    </InLongWords>,
    {
      view: { persons: PERSONS },
      seed(doc) {
        addGoal(doc, null, { id: 'richtungsziel', textOwn: 'Wir reden.' }, ORIGIN.seed);
        addGoal(doc, 'richtungsziel', { id: 'handlungsziel', textOwn: 'Ich gehe hin.' }, ORIGIN.seed);
      },
    },
  );
  await expect.element(page.getByTestId('goal-details')).toBeVisible();
  // What is asked only while somebody writes stands there too.
  await page.getByTestId('goal-add').click();
  const lists = [...element.querySelectorAll('select')];
  expect(lists.length).toBeGreaterThan(6);
  const cut: string[] = [];
  for (const list of lists) {
    for (const { value } of [...list.options]) {
      await page.elementLocator(list).selectOptions(value);
      cut.push(...chosenCut());
    }
  }
  expect([...new Set(cut)]).toEqual([]);
  await page.viewport(1024, 900);
});
