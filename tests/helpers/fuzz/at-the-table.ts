import type { Happenings } from './happenings.ts';
import type { Way } from './link.ts';
import type { Tab } from './tab.ts';
import type { World } from './world.ts';

const WAYS: readonly (readonly Way[])[] = [['up'], ['down'], ['up', 'down']];

/** Who sees that the plan takes nothing types rarely; the news may still be on its way. */
function canType({ random }: World, { page }: Tab): boolean {
  return page.ready && ((page.state?.writable.length ?? 0) > 0 || random.below(4) === 0);
}

function edit(world: World): void {
  const { random, kind } = world;
  const tab = world.tab();
  for (let times = 1 + random.below(3); times > 0 && canType(world, tab); times--) {
    tab.operate(random.pick(kind.operations) ?? (() => {}), random);
  }
}

/** What people do. */
export const AT_THE_TABLE: Happenings = {
  edit: [600, edit],
  undo: [
    40,
    (world) => {
      const tab = world.tab();
      if (canType(world, tab)) {
        tab.page.undo[world.random.below(3) === 0 ? 'redo' : 'undo']();
      }
    },
  ],
  forbidden: [
    12,
    (world) => world.tab().operate(world.random.pick(world.kind.forbidden) ?? (() => {}), world.random),
  ],
  point: [
    40,
    (world) => {
      const cursor = { board: 'goals', x: world.random.below(99), y: 0 };
      world.tab().page.provider.awareness.setLocalStateField('cursor', cursor);
    },
  ],
  reload: [12, (world) => world.tab().reload(true)],
  discard: [6, (world) => world.tab().reload(false)],
};

/** Everybody who is offline comes back, unless their right has ended. */
function goOnline({ tabs }: World): void {
  for (const { page, seat } of tabs) {
    if (seat.admitted) {
      page.provider.connect();
    }
  }
}

const soon = (world: World, ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, world.random.below(ms)));

/** Somebody types while the line comes back, before either side knows what the other has; sometimes it goes again. */
async function typeWhileReturning(world: World): Promise<void> {
  const { random, kind } = world;
  const tab = world.tab();
  const { page, link } = tab;
  page.provider.disconnect();
  tab.operate(random.pick(kind.operations) ?? (() => {}), random);
  link.delayMs = random.below(12);
  page.provider.once('status', () => {
    page.provider.once('status', () => {
      for (let times = 1 + random.below(3); times > 0 && canType(world, tab); times--) {
        tab.operate(random.pick(kind.operations) ?? (() => {}), random);
      }
    });
  });
  page.provider.connect();
  await soon(world, 60);
  if (random.below(2) === 0) {
    link.cut();
    tab.reload(random.below(2) === 0);
  }
}

/** Others come while an insert is on its way that will fail: nothing of it may be told to them. */
async function joinWhileInsertFails(world: World): Promise<void> {
  const { house, server, random } = world;
  house.inserts.delayMs = 10 + random.below(15);
  server.store.failNext(random.below(2) === 0 ? 'nothing_written' : 'reply_lost');
  edit(world);
  await soon(world, 10);
  world.tab().reload(true);
  world.tab().link.cut();
  await soon(world, 40);
  house.inserts.delayMs = 0;
}

/** What the network does, and what people do while it does. */
export const ON_THE_LINE: Happenings = {
  typeWhileReturning: [16, typeWhileReturning],
  joinWhileInsertFails: [8, joinWhileInsertFails],
  cut: [30, (world) => world.tab().link.cut()],
  offline: [12, (world) => world.tab().page.provider.disconnect()],
  online: [40, goOnline],
  delay: [
    20,
    (world) => {
      world.tab().link.delayMs = world.random.below(40);
    },
  ],
  swallow: [14, (world) => world.tab().link.swallow(world.random.pick(WAYS) ?? [])],
  heal: [14, (world) => world.tab().link.heal()],
  slow: [
    12,
    (world) => {
      const { seat } = world.tab();
      seat.slow = !seat.slow;
      seat.wasSlow = true;
    },
  ],
};
