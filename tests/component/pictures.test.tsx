import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ScaleLine } from '../../client/plan/cards/ScaleLine.tsx';
import { RoundTable } from '../../client/ui/display/RoundTable.tsx';
import { show } from './table.tsx';

it('[UI100] the words in a picture are left alone by a page translator, and stay drawn', async () => {
  const { element } = await show(
    <>
      <RoundTable seats={[{ id: 'le', initials: 'Le', hue: 1 }]} label="Runde" />
      <ScaleLine values={[{ name: 'Leon', initials: 'Le', before: 3, now: 5 }]} target={7} />
    </>,
  );
  await expect.element(page.getByRole('img', { name: 'Runde' })).toBeVisible();
  translate(element);
  const texts = [...element.querySelectorAll('text')];
  expect(texts.length).toBeGreaterThan(2);
  for (const text of texts) {
    expect(text.getBBox().width, text.outerHTML).toBeGreaterThan(0);
  }
});

/** What a page translator does: it puts each text into an element of its own, unless it is told not to. */
function translate(page: Element): void {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) {
      found.push(walker.currentNode);
    }
  }
  for (const text of found.filter(({ parentElement }) => !parentElement?.closest('.notranslate'))) {
    const font = document.createElement('font');
    font.textContent = text.data;
    text.replaceWith(font);
  }
}
