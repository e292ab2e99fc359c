import * as Y from 'yjs';
import type { ParticipantRole } from '#shared/access/parts.ts';
import type { Happenings } from './happenings.ts';
import { openFuzzServer } from './server.ts';
import type { World } from './world.ts';

const NEW_ROLES: readonly ParticipantRole[] = ['dolmetscher', 'moderation', 'junger_mensch', 'bildschirm'];

async function revoke(world: World): Promise<void> {
  // In a turn of its own: what the guard had let through by now has been asked of the store.
  await new Promise((resolve) => setImmediate(resolve));
  const { seat } = world.tab();
  const isWhole = world.random.below(2) === 0;
  for (const other of world.seats.values()) {
    if (other === seat || (isWhole && other.participationId === seat.participationId)) {
      other.admitted = false;
    }
  }
  const { deviceId, participationId } = seat;
  for (const { hub } of [world.server, ...world.zombies]) {
    hub.revoke(isWhole ? { participationId } : { deviceId }, 'forbidden');
  }
}

function admit(world: World): void {
  for (const tab of world.tabs.filter(({ seat }) => !seat.admitted)) {
    tab.seat.admitted = true;
    tab.reload(false);
  }
}

function changeRole(world: World): void {
  const { participationId } = world.tab().seat;
  const role = world.random.pick(NEW_ROLES) ?? 'moderation';
  for (const seat of world.seats.values()) {
    if (seat.participationId === participationId) {
      seat.role = role;
    }
  }
  for (const { hub } of [world.server, ...world.zombies]) {
    hub.revoke({ participationId }, 'restart');
  }
}

/** Freezes through the room's writer; what fails, fails as a whole. */
async function freeze(world: World): Promise<void> {
  const { base, documentId, kind, server } = world;
  if (!kind.freezes) {
    return;
  }
  const fails = world.random.below(4) === 0;
  const waits = world.random.below(3) > 0;
  const run = server.hub
    .withCommittedDocument(
      documentId,
      async (tx, doc) => {
        const canonical = kind.canonicalOf(doc);
        if (fails) {
          throw new Error('the version cannot be written');
        }
        world.frozen = { last: await base.freeze(tx, documentId), canonical };
        world.ended.push(Y.encodeStateAsUpdate(doc));
      },
      () => ({ versionId: 'v', sha256: '00' }),
    )
    .catch(() => {});
  // A server that is killed meanwhile never answers.
  world.freezing = Promise.race([run, server.store.death]);
  await (waits ? world.freezing : undefined);
}

async function reopen(world: World): Promise<void> {
  await world.freezing;
  await world.checkFrozen();
  await setState(world, 'frozen', 'open');
}

async function setState(world: World, from: string, to: 'open' | 'freezing'): Promise<void> {
  await world.freezing;
  if (!world.kind.freezes) {
    return;
  }
  const facts = await world.base.facts(world.documentId);
  if (facts?.state === from) {
    await world.base.setState(world.documentId, to);
    await world.server.hub.refresh(world.documentId).catch(() => {});
  }
}

/** What whoever leads does: rights, roles, the state of the plan. */
export const LED: Happenings = {
  revoke: [8, revoke],
  admit: [16, admit],
  changeRole: [10, changeRole],
  beginFreeze: [8, (world) => setState(world, 'open', 'freezing')],
  cancelFreeze: [8, (world) => setState(world, 'freezing', 'open')],
  freeze: [10, freeze],
  reopen: [30, reopen],
};

async function takeOver(world: World): Promise<void> {
  world.server = await openFuzzServer(world.house);
  for (const link of world.links) {
    link.target = world.server.port;
  }
}

/** In the moment of the kill some pages go too; what was acknowledged to them is then the server's alone. */
async function crash(world: World): Promise<void> {
  const gone = world.server.crash();
  for (const tab of world.tabs) {
    if (world.random.below(3) === 0) {
      tab.reload(world.random.below(2) === 0);
    }
  }
  await gone;
  await takeOver(world);
}

/** What servers and database do. */
export const IN_THE_HOUSE: Happenings = {
  restart: [
    6,
    async (world) => {
      await world.server.close();
      await takeOver(world);
    },
  ],
  crash: [8, crash],
  zombie: [
    4,
    async (world) => {
      world.zombies.push(world.server);
      await takeOver(world);
    },
  ],
  slowDatabase: [
    10,
    ({ house, random }) => {
      house.inserts.delayMs = random.below(3) === 0 ? random.below(25) : 0;
    },
  ],
  loseInsert: [8, (world) => world.server.store.failNext('nothing_written')],
  loseReply: [8, (world) => world.server.store.failNext('reply_lost')],
};
