import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ResourceChip } from '../../../client/plan/cards/ResourceChip.tsx';
import { show } from '../table.tsx';

it('[UI106] what helps is heard in the words that the page has for it', async () => {
  const { element } = await show(<ResourceChip domain="persoenlich" title="Fußball" />);
  await expect.element(page.getByText('Fußball')).toBeVisible();
  expect(element.textContent).toBe('Was jemand kann: Fußball');
});
