import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { addAgreement } from '#shared/documents/plan/arrangements.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { Preview } from '../../client/protocol/read/Preview.tsx';
import { show } from './table.tsx';
import { tableView } from './view.ts';

it('[PR63] before a long plan is read aloud who leads hears how long it gets, and where most of it stands', async () => {
  const { doc } = await show(<Preview changed={false} />, {
    view: { me: { ...tableView().me, role: 'moderation' } },
    seed: (plan) => void addAgreement(plan, 'Eine Abrede', ORIGIN.seed),
  });
  await expect.element(page.getByTestId('protocol-freeze')).toBeVisible();
  await expect.element(page.getByTestId('protocol-length')).not.toBeInTheDocument();
  doc.transact(() => {
    for (let n = 0; n < 10; n++) {
      addAgreement(doc, 'Satz\n'.repeat(600), ORIGIN.list);
    }
  });
  const said = (): string => document.querySelector('[data-testid=protocol-length]')?.textContent ?? '';
  await expect
    .poll(said)
    .toMatch(/etwa 1\d\d Seiten\. Am meisten steht in „Was vereinbart ist.*“, etwa 1\d\d\./);
  await expect.element(page.getByTestId('protocol-freeze')).toBeEnabled();
});
