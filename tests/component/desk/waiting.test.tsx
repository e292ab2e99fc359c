import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createApi } from '../../../client/app/api.ts';
import { ApiContext, useT } from '../../../client/app/context.ts';
import { Gone } from '../../../client/lobby/Gone.tsx';
import { AdmitStrip } from '../../../client/meeting/people/AdmitStrip.tsx';
import { show } from '../table.tsx';
import { tableView, WEGNER } from '../view.ts';

const AT = '2026-06-08T08:00:00.000Z';

function Strip() {
  return (
    <ApiContext value={createApi({ t: useT(), language: 'de' })}>
      <AdmitStrip />
    </ApiContext>
  );
}

it('[UI170] nobody who waits is sent away by one press: it is asked before, and letting wait comes first', async () => {
  const device = {
    deviceId: 'd-we',
    participationId: 'p-we',
    role: 'personensorgeberechtigt',
    since: AT,
  } as const;
  const { sent } = await show(<Strip />, {
    view: { waiting: [{ ...device, person: WEGNER, secondDevice: false }] },
  });
  await page.getByTestId('admit-refuse').click();
  await expect.element(page.getByText(/schicken Sie dieses Gerät weg/)).toBeVisible();
  await page.getByTestId('admit-refuse-not').click();
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
  expect(sent).toEqual([]);
  await page.getByTestId('admit-refuse').click();
  await page.getByTestId('admit-refuse-yes').click();
  await expect.poll(() => sent.map(({ body }) => body)).toEqual([{ decision: 'refuse' }]);
});

it('[UI170] who leads reads whom they have sent away, and how they come back, until it is seen', async () => {
  await show(<Strip />, { view: { turnedAway: [{ participationId: 'p-we', person: WEGNER, at: AT }] } });
  await expect.element(page.getByText(/weggeschickt.*noch einmal/)).toBeVisible();
  await page.getByTestId('turned-away-seen').click();
  await expect.element(page.getByTestId('turned-away')).not.toBeInTheDocument();
});

it('[UI170] who was taken for somebody else is told how to knock again', async () => {
  const { me, meeting: facts } = tableView();
  const { childName, facilitator } = facts;
  const meeting = { childName, facilitator, when: null };
  const known = { kind: 'lobby', step: 'waiting', me, meeting, waitingSince: null, isSealed: false } as const;
  await show(<Gone known={known} />);
  await expect.element(page.getByText(/öffne den Link aus der Nachricht noch einmal/)).toBeVisible();
});
