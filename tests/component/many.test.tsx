import { Profiler, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type * as Y from 'yjs';
import { addAgreement, addService, readAgreements } from '#shared/documents/plan/arrangements.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addText, readSection } from '#shared/documents/plan/texts.ts';
import { helpForm } from '#shared/domain/codes.ts';
import { Agreements } from '../../client/meeting/sections/Agreements.tsx';
import { Services } from '../../client/meeting/sections/ServiceSection.tsx';
import { TextSectionEditor } from '../../client/meeting/sections/TextSectionEditor.tsx';
import { show } from './table.tsx';

/** How long drawing took, as React counts it. */
interface Drawn {
  ms: number;
}

function counted(part: ReactNode, drawn: Drawn): ReactNode {
  return (
    <Profiler
      id="part"
      onRender={(_id, _phase, ms) => {
        drawn.ms += ms;
      }}
    >
      {part}
    </Profiler>
  );
}

/** Lets what was typed be drawn. */
const drawnAll = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

async function typeInto(drawn: Drawn, words: string): Promise<number> {
  await drawnAll();
  drawn.ms = 0;
  for (const letter of words) {
    await userEvent.keyboard(letter);
    await drawnAll();
  }
  return drawn.ms;
}

it.each<[string, ReactNode, (doc: Y.Doc) => void, () => Promise<void>, (doc: Y.Doc) => string]>([
  [
    '400 agreements',
    <Agreements key="part" />,
    (doc) => times(400, (n) => addAgreement(doc, `Abrede ${n}`, ORIGIN.seed)),
    () => page.getByRole('textbox', { name: 'Vereinbarung 7', exact: true }).click(),
    (doc) => readAgreements(doc)[6]?.text ?? '',
  ],
  [
    '100 kinds of help',
    <Services key="part" />,
    (doc) => times(100, () => addService(doc, { helpForm: helpForm[0] }, ORIGIN.seed)),
    () => page.getByRole('textbox').nth(10).click(),
    (doc) => JSON.stringify(doc.getMap('service').toJSON()),
  ],
  [
    '60 texts of a section',
    <TextSectionEditor key="part" section="anlass" label="Anlass" />,
    (doc) => times(60, (n) => addText(doc, 'anlass', { words: `Satz ${n}`, voice: 'we' }, ORIGIN.seed)),
    () => page.getByTestId('editor-anlass').click(),
    (doc) => JSON.stringify(readSection(doc, 'anlass').at(-1)),
  ],
])(
  '[UI136] a letter beside %s draws what has changed, not all of them',
  { timeout: 60_000 },
  async (_what, part, seed, goThere, read) => {
    const drawn: Drawn = { ms: 0 };
    const { doc } = await show(counted(part, drawn), { seed: (plan) => plan.transact(() => seed(plan)) });
    await expect.element(page.getByRole('textbox').first()).toBeVisible();
    await drawnAll();
    const whole = drawn.ms;
    await goThere();
    const typed = await typeInto(drawn, 'xyzxy');
    expect(read(doc)).toContain('xyzxy');
    expect(typed).toBeLessThan(whole / 2);
  },
);

function times(count: number, make: (n: number) => void): void {
  for (let n = 0; n < count; n++) {
    make(n);
  }
}
