import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import type { WireState } from '#shared/wire/messages.ts';
import { DecisionForm } from '../../../client/protocol/decide/DecisionForm.tsx';
import { SessionNotices } from '../../../client/session/SessionNotices.tsx';
import { show, type Table } from '../table.tsx';
import { LEON, VERSION } from '../view.ts';

beforeEach(() => sessionStorage.clear());

const BACK = 'Wieder verbunden. Alles ist angekommen.';

it('[UI160] that all has arrived is said when it has, and not when something was put away', async () => {
  const { save } = await show(<SessionNotices />);
  save.set({ kind: 'offline', pending: 1 });
  await expect.element(page.getByText(/Lass diese Seite offen/).first()).toBeVisible();
  save.set({ kind: 'saving', pending: 1 });
  save.set({ kind: 'saved' });
  await expect.element(page.getByText(BACK).first()).toBeInTheDocument();
  for (const between of [{ kind: 'refused', count: 1 } as const, { kind: 'draft', count: 1 } as const]) {
    save.set({ kind: 'offline', pending: 1 });
    await drawn();
    save.set(between);
    await drawn();
    save.set({ kind: 'saved' });
    await drawn();
    await expect.element(page.getByText(BACK)).not.toBeInTheDocument();
  }
});

it('[UI161] while the plan is read nothing is promised that is not sent by itself', async () => {
  const table = await show(<SessionNotices />);
  turn(table, 'frozen');
  table.save.set({ kind: 'offline', pending: 0 });
  await expect
    .poll(() => page.getByTestId('connection').element().textContent)
    .toMatch(/abgeben erst wieder mit Netz/);
  await expect.element(page.getByText(/ruhig weiter/)).not.toBeInTheDocument();
});

it('[UI161] what failed for want of a connection is no longer said once it is back', async () => {
  const { save } = await show(
    <>
      <h2 id="protocol-question">Was sagst du?</h2>
      <DecisionForm version={VERSION} person={LEON} onDone={() => undefined} />
    </>,
  );
  const fetched = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new TypeError('no line'));
  onTestFinished(() => {
    globalThis.fetch = fetched;
  });
  await page.getByText('Ich bin einverstanden', { exact: true }).click();
  await page.getByRole('textbox', { name: /deinen Namen tippen/ }).fill('Leon');
  await page.getByRole('button', { name: 'Abgeben' }).click();
  await expect.poll(() => page.getByRole('alert').element().textContent).toMatch(/Kein Netz/);
  save.set({ kind: 'offline', pending: 0 });
  await expect.poll(() => page.getByRole('alert').element().textContent).toMatch(/Kein Netz/);
  save.set({ kind: 'saved' });
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

it('[UI162] on a phone the box is one line that opens, and never takes the room of the page', async () => {
  for (const [width, height] of [
    [320, 640],
    [390, 844],
    [844, 390],
  ] as const) {
    await page.viewport(width, height);
    const { box, element } = await show(<SessionNotices />);
    box.set([
      { id: 'a', code: 'locked', text: `Erstens ${'viele Worte '.repeat(60)}`, place: 'goals' },
      { id: 'b', code: 'locked', text: 'Zweitens', place: 'section:sicht_kind' },
    ]);
    const line = page.getByText('Nicht übernommen (2)');
    await expect.element(line).toBeVisible();
    expect(element.getBoundingClientRect().height).toBeLessThan(72);
    await line.click();
    await expect.element(page.getByRole('blockquote').first()).toBeInViewport();
    expect(element.getBoundingClientRect().height).toBeLessThan(height * 0.3 + 130);
    await expect.element(page.getByText('Es gehörte zu: Ziele')).toBeInTheDocument();
    await expect.element(page.getByText('Es gehörte zu: Wie Leon es sieht')).toBeInTheDocument();
    box.set([]);
    element.remove();
  }
  await page.viewport(1024, 900);
});

it('[UI162] why is said as it is true now, and a double tap puts one away', async () => {
  await page.viewport(1024, 900);
  const table = await show(<SessionNotices />);
  table.box.set([
    { id: 'a', code: 'locked', text: 'Erstens' },
    { id: 'b', code: 'locked', text: 'Zweitens' },
  ]);
  await expect.element(page.getByText('Jetzt ist er wieder offen', { exact: false }).first()).toBeVisible();
  turn(table, 'frozen');
  await expect
    .element(page.getByText('Der Plan wird gerade gelesen', { exact: false }).first())
    .toBeVisible();
  const away = () =>
    document.querySelector<HTMLElement>('.session-refused-actions button:last-child')?.click();
  away();
  await drawn();
  away();
  await drawn();
  expect(table.box.get().map(({ id }) => id)).toEqual(['b']);
});

function turn({ wire }: Table, state: WireState['state']): void {
  const now = wire.get();
  wire.set(now && { ...now, state, writable: [] });
}

function drawn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
