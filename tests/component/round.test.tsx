import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { PersonRef, SignoffState } from '#shared/api/view.ts';
import { SignoffPanel } from '../../client/protocol/lead/SignoffPanel.tsx';
import { show } from './table.tsx';
import { LEON, tableView, VERSION } from './view.ts';

const other = (id: string, name: string): PersonRef => ({ id, name, initials: id, hue: 1, subtitle: '' });

function said(
  person: PersonRef,
  decision: SignoffState['decision'],
  until: string | null = null,
): SignoffState {
  const state = decision === null ? 'offen' : 'entschieden';
  return { person, state, decision, method: null, at: null, thinkUntil: until, earlier: null };
}

const AYDIN = said(other('ay', 'Herr Aydın'), 'bedenkzeit', '2026-03-17');
const KRUEGER = said(other('kr', 'Herr Krüger'), 'nicht_einverstanden');

async function open(signoffs: SignoffState[]) {
  const view = { ...tableView(), signoffs };
  await show(<SignoffPanel version={VERSION} person={LEON} onOwn={() => undefined} onCompare={null} />, {
    view,
  });
}

it('[SG66] [SG62] who wants to think has not decided: it is said who, and until when', async () => {
  await open([said(LEON, 'einverstanden'), AYDIN]);
  await expect
    .element(page.getByTestId('protocol-round-count'))
    .toHaveTextContent('1 von 2 haben sich entschieden, eine Person denkt noch nach.');
  const words = (id: string) => page.getByTestId(id).element().textContent;
  expect(words('protocol-round-thinking')).toMatch(/Aydın.*nachdenken.*bis.*17.*März/);
  await page.getByTestId('protocol-seal').click();
  await expect.element(page.getByTestId('protocol-seal-open')).toBeVisible();
  expect(words('protocol-seal-open')).toMatch(/Aydın.*nachdenken.*bis.*17.*März/);
  expect(words('protocol-seal-open')).not.toMatch(/Alle haben/);
});

it('[SG62] when nobody is open and nobody thinks, all have decided', async () => {
  await open([said(LEON, 'einverstanden'), KRUEGER]);
  await page.getByTestId('protocol-seal').click();
  await expect
    .element(page.getByTestId('protocol-seal-open'))
    .toHaveTextContent('Alle haben sich entschieden.');
});

it('[SG66] a tick stands beside a yes only', async () => {
  await open([said(LEON, 'einverstanden'), KRUEGER, AYDIN]);
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect.element(row('Leon')).toBeVisible();
  expect(row('Leon').element().querySelectorAll('svg')).toHaveLength(1);
  for (const name of ['Herr Krüger', 'Herr Aydın']) {
    expect(row(name).element().querySelectorAll('svg')).toHaveLength(0);
  }
});
