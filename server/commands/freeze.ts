import { LIMITS } from '#shared/wire/limits.ts';
import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import { Refusal } from '../access/refusal.ts';
import { record } from '../audit/chain.ts';
import { missingPersons } from '../live/view.ts';
import type { CommandContext } from './context.ts';
import { type FrozenVersion, writeVersion } from './write-version.ts';

/** What the facilitator can say while a plan is being frozen. */
export type FreezeStep = 'begin' | 'now' | 'wait' | 'cancel';

/**
 * Leads a plan from open to frozen. Clients send what they still have; when all have, or when the
 * time is up, it goes on by itself, and after a restart of the server too.
 */
export interface Freezer {
  step(actor: Actor, step: FreezeStep): Promise<void>;
  /** Takes up freezings that a restart interrupted. */
  resume(): Promise<void>;
  /** Resolves when no freezing is being written. */
  close(): Promise<void>;
}

/** Makes the freezer of a process. `flushMs`: how long clients have to send what they still hold. */
export function createFreezer(ctx: CommandContext, flushMs: number = LIMITS.freezeFlushMs): Freezer {
  const timers = new Map<string, NodeJS.Timeout>();
  const writing = new Map<string, Promise<void>>();
  let closed = false;

  function deadline(): Date {
    return new Date(ctx.now().getTime() + flushMs);
  }

  function schedule(meetingId: string, at: Date): void {
    unschedule(meetingId);
    if (closed) {
      return;
    }
    const wait = Math.max(0, at.getTime() - ctx.now().getTime());
    timers.set(
      meetingId,
      setTimeout(() => goOn(meetingId), wait),
    );
  }

  function unschedule(meetingId: string): void {
    clearTimeout(timers.get(meetingId));
    timers.delete(meetingId);
  }

  /** Freezes once, whoever asked first: the last flush, the clock, or the facilitator. */
  function freezeNow(meetingId: string, by: string | null): Promise<void> {
    unschedule(meetingId);
    const running = writing.get(meetingId);
    if (running) {
      return running;
    }
    const run = freezePlan(ctx, meetingId, by)
      .then(() => undefined)
      .finally(() => writing.delete(meetingId));
    writing.set(meetingId, run);
    run.catch((error: Error) => {
      // Cancelled or frozen meanwhile is no trouble; anything else is tried again, whoever asked.
      if (!(error instanceof Refusal)) {
        console.error(`freezing ${meetingId} failed and is tried again: ${error.name}`);
        schedule(meetingId, deadline());
      }
    });
    return run;
  }

  /** Also whoever has just lost the network has a say: their words come when they are back. */
  function nobodyIsMissing(meetingId: string): boolean {
    const { hub } = ctx;
    return missingPersons([...hub.connections(meetingId), ...hub.cutOff(meetingId)]).size === 0;
  }

  function goOn(meetingId: string): void {
    // What to do about a failure is decided where it fails.
    freezeNow(meetingId, null).catch(() => undefined);
  }

  const stopListening = ctx.hub.onPresence((meetingId) => {
    if (timers.has(meetingId) && nobodyIsMissing(meetingId)) {
      goOn(meetingId);
    }
  });

  return {
    async step(actor, step) {
      authorize(actor, step === 'begin' ? 'beginFreeze' : 'stepFreeze');
      const { meetingId, deviceId } = actor;
      switch (step) {
        case 'begin':
          schedule(meetingId, await beginFreeze(ctx, { meetingId, by: deviceId, deadline: deadline() }));
          await ctx.hub.refresh(meetingId);
          if (nobodyIsMissing(meetingId)) {
            await freezeNow(meetingId, deviceId);
          }
          break;
        case 'now':
          await freezeNow(meetingId, deviceId);
          break;
        case 'wait':
          schedule(meetingId, await extendFreeze(ctx, { meetingId, by: deviceId, deadline: deadline() }));
          break;
        case 'cancel':
          // The clock is stopped only when it is cancelled: a failure here must leave it running.
          await cancelFreeze(ctx, meetingId, deviceId);
          unschedule(meetingId);
          await ctx.hub.refresh(meetingId);
          break;
      }
      ctx.live.changed(meetingId);
    },
    async resume() {
      const rows = await ctx.sql<{ id: string; deadline: Date }[]>`
        select id, coalesce(freeze_deadline, now()) as deadline from plan where state = 'freezing'`;
      for (const { id, deadline } of rows) {
        schedule(id, deadline);
      }
      await forgetWithdrawn(ctx);
    },
    async close() {
      closed = true;
      stopListening();
      for (const meetingId of [...timers.keys()]) {
        unschedule(meetingId);
      }
      await Promise.allSettled(writing.values());
    },
  };
}

/** Freezes the committed plan of a meeting through the room's own writer. */
async function freezePlan(ctx: CommandContext, meetingId: string, by: string | null): Promise<FrozenVersion> {
  const frozen = await ctx.hub.withCommittedPlan(
    meetingId,
    (tx, plan) => writeVersion(tx, { meetingId, from: 'freezing', plan, frozenAt: ctx.now(), by }),
    (version) => version,
  );
  ctx.live.changed(meetingId);
  return frozen;
}

/** A process that ended between freezing and tidying up leaves rows that may hold withdrawn words. */
async function forgetWithdrawn({ sql, hub }: CommandContext): Promise<void> {
  const rows = await sql<{ id: string }[]>`
    select id from plan where state in ('frozen', 'sealed')
      and exists (select 1 from plan_update where plan_id = plan.id)`;
  for (const { id } of rows) {
    await hub
      .forgetWithdrawn(id)
      .catch((error: Error) => console.error(`plan ${id} keeps its log: ${error.name}`));
  }
}

interface Waiting {
  meetingId: string;
  by: string;
  deadline: Date;
}

async function beginFreeze(ctx: CommandContext, { meetingId, by, deadline }: Waiting): Promise<Date> {
  await ctx.sql.begin(async (tx) => {
    const changed = await tx`update plan set state = 'freezing', freeze_deadline = ${deadline}
      where id = ${meetingId} and state = 'open'`;
    if (changed.count === 0) {
      throw new Refusal('wrong_state');
    }
    await record(tx, meetingId, { type: 'freeze_begun', body: { by } });
  });
  return deadline;
}

async function extendFreeze(ctx: CommandContext, { meetingId, by, deadline }: Waiting): Promise<Date> {
  await ctx.sql.begin(async (tx) => {
    const changed = await tx`update plan set freeze_deadline = ${deadline}
      where id = ${meetingId} and state = 'freezing'`;
    if (changed.count === 0) {
      throw new Refusal('wrong_state');
    }
    await record(tx, meetingId, { type: 'freeze_extended', body: { by } });
  });
  return deadline;
}

async function cancelFreeze(ctx: CommandContext, meetingId: string, by: string): Promise<void> {
  await ctx.sql.begin(async (tx) => {
    const changed = await tx`update plan set state = 'open', freeze_deadline = null
      where id = ${meetingId} and state = 'freezing'`;
    if (changed.count === 0) {
      throw new Refusal('wrong_state');
    }
    await record(tx, meetingId, { type: 'freeze_cancelled', body: { by } });
  });
}
