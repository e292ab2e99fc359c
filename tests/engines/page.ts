import { writeFileSync } from 'node:fs';
import { keepTroubles, look, type Seen, type Where } from './in-page.ts';
import type { InputSource, Tab } from './tab.ts';

const SOON_MS = 20_000;
const AGAIN_MS = 100;

/** Keys that are no letters, by the numbers of W3C WebDriver. */
export const KEYS = {
  enter: '\uE007',
  escape: '\uE00C',
  control: '\uE009',
  shift: '\uE008',
  home: '\uE011',
  end: '\uE010',
  tab: '\uE004',
  alt: '\uE00A',
  f2: '\uE032',
} as const;

/** A person's page in any engine: what they see and do. */
export interface Page {
  tab: Tab;
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Waits until it is seen; its words, or what stands in the field. */
  see(where: Where, withinMs?: number): Promise<string>;
  /** Whether it is seen now. */
  sees(where: Where): Promise<boolean>;
  gone(where: Where): Promise<void>;
  press(where: Where): Promise<void>;
  /** Carries one thing before another and lets it go. */
  drag(from: Where, to: Where): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses keys together, the last of them last. */
  keys(...together: string[]): Promise<void>;
  /** Writes into a field in the place of what stands there. */
  fill(where: Where, text: string): Promise<void>;
  path(): Promise<string>;
  until(expression: string): Promise<void>;
  picture(file: string): Promise<void>;
  /** Errors that the page made. */
  troubles(): Promise<string[]>;
}

/** Tries until it gives something, and says at the end what was missing. */
async function until<T>(ms: number, what: () => string, ask: () => Promise<T | null>): Promise<T> {
  const deadline = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== null) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(what());
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

/** The words of a person for what a browser can do. */
export function pageOn(tab: Tab): Page {
  const troubles: string[] = [];
  const find = (where: Where, bring = false): Promise<Seen | null> =>
    tab.run(`(${look})(${JSON.stringify(where)}, ${bring})`) as Promise<Seen | null>;
  const keep = () => tab.run(`(${keepTroubles})()`);
  const collect = async (): Promise<string[]> => {
    troubles.push(...((await tab.run('window.troubles?.splice(0) ?? []')) as string[]));
    return troubles;
  };
  const see = (where: Where, withinMs = SOON_MS): Promise<Seen> =>
    until(
      withinMs,
      () => `not seen: ${JSON.stringify(where)}`,
      () => find(where),
    );
  const still = (where: Where): Promise<Seen> => settled(where, () => find(where, true));
  const point = (...actions: PointerActions): Promise<void> =>
    tab.act([{ type: 'pointer', id: 'hand', parameters: { pointerType: tab.hand }, actions }]);
  const press = async (where: Where): Promise<void> => {
    const { x, y } = await still(where);
    await point({ type: 'pointerMove', x, y, duration: 0 }, ...PRESS);
  };
  const type = (text: string): Promise<void> => tab.act([keyboard([...text].flatMap(stroke))]);
  const keys = (...together: string[]): Promise<void> => tab.act([keyboard(chord(together))]);
  return {
    tab,
    open: async (url) => {
      await tab.go(url);
      await keep();
    },
    reload: async () => {
      await collect();
      await tab.reload();
      await keep();
    },
    see: async (where, withinMs) => (await see(where, withinMs)).text,
    sees: async (where) => (await find(where)) !== null,
    gone: async (where) => {
      await until(
        SOON_MS,
        () => `still there: ${JSON.stringify(where)}`,
        async () => ((await find(where)) ? null : true),
      );
    },
    press,
    async drag(from, to) {
      const [start, end] = [await still(from), await still(to)];
      await point(...carrying(start, { ...end, y: end.top }));
    },
    type,
    keys,
    async fill(where, text) {
      await press(where);
      await keys(KEYS.control, 'a');
      await type(text);
    },
    path: () => tab.run('location.pathname') as Promise<string>,
    until: async (expression) => {
      await until(
        SOON_MS,
        () => `never true: ${expression}`,
        async () => ((await tab.run(expression)) ? true : null),
      );
    },
    picture: async (file) => writeFileSync(file, await tab.picture()),
    troubles: collect,
  };
}

type PointerActions = Extract<InputSource, { type: 'pointer' }>['actions'];
type KeyActions = Extract<InputSource, { type: 'key' }>['actions'];

const PRESS: PointerActions = [
  { type: 'pointerDown', button: 0 },
  { type: 'pointerUp', button: 0 },
];

const keyboard = (actions: KeyActions): InputSource => ({ type: 'key', id: 'keyboard', actions });
const stroke = (value: string): KeyActions => [
  { type: 'keyDown', value },
  { type: 'keyUp', value },
];

function chord(together: string[]): KeyActions {
  return [
    ...together.map((value) => ({ type: 'keyDown', value }) as const),
    ...together.toReversed().map((value) => ({ type: 'keyUp', value }) as const),
  ];
}

/** Like a hand: in steps, and resting a little before it lets go. */
function carrying(from: Seen, to: { x: number; y: number }): PointerActions {
  const move = ({ x, y }: { x: number; y: number }, duration: number) =>
    ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration }) as const;
  const half = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return [
    move(from, 0),
    { type: 'pointerDown', button: 0 },
    move({ x: from.x + 8, y: from.y + 8 }, 100),
    move(half, 150),
    move(to, 150),
    { type: 'pause', duration: 200 },
    { type: 'pointerUp', button: 0 },
  ];
}

/** An element that nothing lies over and that stands still. */
function settled(where: Where, find: () => Promise<Seen | null>): Promise<Seen> {
  let before: Seen | null = null;
  return until(
    SOON_MS,
    () =>
      `not to be pressed: ${JSON.stringify(where)}, ${before ? `covered by ${before.covered}` : 'not seen'}`,
    async () => {
      const now = await find();
      const quiet = now && !now.covered && before?.x === now.x && before.y === now.y;
      before = now;
      return quiet ? now : null;
    },
  );
}
