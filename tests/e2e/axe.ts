import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/**
 * What axe finds serious or critical on a page, as it is and in the dark. Only colours differ
 * between the two, so the second look asks for nothing else.
 */
export async function barriers(page: Page): Promise<string[]> {
  const light = await look(page, axe(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await look(page, axe(page).withRules('color-contrast'));
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((found) => `dark: ${found}`)];
}

/** In one frame, without a second page for putting results together. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true);
}

/** Cards of the board come a moment after what points at them: what is gone at a second look was that. */
const SETTLE_MS = 1_000;

async function look(page: Page, builder: AxeBuilder): Promise<string[]> {
  const found = await lookOnce(page, builder);
  if (found.length === 0) {
    return found;
  }
  await page.waitForTimeout(SETTLE_MS);
  return lookOnce(page, builder);
}

async function lookOnce(page: Page, builder: AxeBuilder): Promise<string[]> {
  // Colours that are on their way would be measured half way.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))),
  );
  const { violations } = await builder.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
