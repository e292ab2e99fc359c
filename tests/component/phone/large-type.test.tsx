import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { PhoneTable } from '../../../client/meeting/phone/PhoneTable.tsx';
import { smallTree } from '../seeds.ts';
import { show } from '../table.tsx';

it('[UI71] at 320 px and twice the type no part of the phone lies over another, nor does a choice', async () => {
  await page.viewport(320, 640);
  document.documentElement.style.fontSize = '200%';
  onTestFinished(async () => {
    document.documentElement.style.fontSize = '';
    await page.viewport(1024, 900);
  });
  await show(<PhoneTable />, { seed: smallTree });
  await page.getByTestId('tab-goals').click();
  await expect.element(page.getByTestId('phone-goals')).toBeVisible();
  for (const words of ['nav button', '[data-testid=phone-goals] label:has([type=radio])']) {
    const parts = [...document.querySelectorAll<HTMLElement>(words)];
    expect(parts.length).toBeGreaterThan(1);
    // No words reach out of their part, so none are printed over the next one.
    expect(
      parts.filter((part) => part.scrollWidth > part.clientWidth).map((part) => part.textContent),
    ).toEqual([]);
    const places = parts.map((part) => part.getBoundingClientRect());
    expect(places.filter(({ left, right }) => left < 0 || right > 320)).toEqual([]);
  }
});
