import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type * as Y from 'yjs';
import { addService, readServices } from '#shared/documents/plan/arrangements.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { suggest } from '#shared/documents/plan/suggestions.ts';
import { Services } from '../../../client/meeting/sections/ServiceSection.tsx';
import { show } from '../table.tsx';
import { tableView, WEGNER } from '../view.ts';

const LEADS = {
  me: { ...tableView().me, participationId: 'p-we', person: WEGNER, role: 'moderation' },
} as const;
const agreed = (doc: Y.Doc): void => {
  addService(doc, { id: 'help', helpForm: 's31', hoursPerWeek: 4 }, ORIGIN.seed);
};

it('[UI192] who does not lead suggests, and writes neither form nor hours', async () => {
  const { doc } = await show(<Services />, { seed: agreed });
  await expect.element(page.getByTestId('service-form')).toBeDisabled();
  await expect.element(page.getByLabelText('Stunden in der Woche').first()).toBeDisabled();
  await page.getByText('Etwas anderes vorschlagen').click();
  await expect.element(page.getByText(/Form und Stunden trägt Frau Lorenz ein/)).toBeVisible();
  await page.getByTestId('suggest-hoursPerWeek').fill('6,5');
  await expect.element(page.getByText('Leon schlägt vor: Stunden in der Woche 6,5')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Übernehmen' })).not.toBeInTheDocument();
  expect(readServices(doc)[0]).toMatchObject({
    hoursPerWeek: 4,
    suggestions: [{ field: 'hoursPerWeek', personId: 'le', value: 6.5 }],
  });
  await page.getByTestId('suggest-hoursPerWeek').fill('');
  await expect.element(page.getByTestId('service-suggestions')).not.toBeInTheDocument();
});

it('[UI192] who leads sees what is suggested and takes it over; then it is no suggestion any more', async () => {
  const { doc } = await show(<Services />, {
    view: LEADS,
    seed(doc) {
      agreed(doc);
      suggest(doc, 'help', { field: 'helpForm', personId: 'kr', value: 's30' }, ORIGIN.seed);
    },
  });
  await expect.element(page.getByTestId('service-form')).toBeEnabled();
  await expect.element(page.getByText(/Herr Krüger schlägt vor: Form der Hilfe/)).toBeVisible();
  await expect.element(page.getByText('Etwas anderes vorschlagen')).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Übernehmen' }).click();
  await expect.element(page.getByTestId('service-suggestions')).not.toBeInTheDocument();
  expect(readPlan(doc).services[0]).toMatchObject({ helpForm: 's30', suggestions: [] });
});
