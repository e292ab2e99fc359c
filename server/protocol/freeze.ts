import type { FreezeStep } from '#shared/api/requests.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext, ServerContext } from '../access/command-context.ts';
import { transact } from '../access/transact.ts';
import { beginFreeze, cancelFreeze, extendFreeze } from './freeze-moves.ts';
import { createFreezeRuns, type FreezeRuns, nobodyIsMissing, type PlanRef } from './freeze-run.ts';

/**
 * Leads a plan from open to frozen. Clients send what they still have; when all have, or when the
 * time is up, it goes on by itself, and after a restart of the server too.
 */
export interface Freezer {
  step(command: CommandContext, step: FreezeStep): Promise<void>;
  /** Takes up freezings that a restart interrupted. */
  resume(): Promise<void>;
  /** Resolves when no freezing is being written. */
  close(): Promise<void>;
}

/** Makes the freezer of a process. `flushMs`: how long clients have to send what they still hold. */
export function createFreezer(ctx: ServerContext, flushMs: number = LIMITS.freezeFlushMs): Freezer {
  const runs = createFreezeRuns(ctx, flushMs);
  const stopListening = ctx.hub.onPresence(({ documentId: planId, meetingId }) => {
    if (meetingId !== null && runs.isWaiting(planId) && nobodyIsMissing(ctx, planId)) {
      runs.goOn({ planId, meetingId });
    }
  });
  return {
    async step(command, step) {
      authorizeCommand(command, step === 'begin' ? 'beginFreeze' : 'stepFreeze');
      await takeStep(command, runs, { step, deadline: new Date(ctx.now().getTime() + flushMs) });
      ctx.live.changed(command.actor.meetingId);
    },
    async resume() {
      const rows = await ctx.sql<(PlanRef & { deadline: Date })[]>`
        select id as "planId", meeting_id as "meetingId", coalesce(freeze_deadline, now()) as deadline from document where kind = 'plan' and state = 'freezing'`;
      for (const { deadline, ...plan } of rows) {
        // A clock that was set back meanwhile must not make people wait for longer than they were told.
        runs.schedule(plan, new Date(Math.min(deadline.getTime(), ctx.now().getTime() + flushMs)));
      }
      await forgetWithdrawn(ctx);
    },
    close() {
      stopListening();
      return runs.close();
    },
  };
}

async function takeStep(
  ctx: CommandContext,
  runs: FreezeRuns,
  { step, deadline }: { step: FreezeStep; deadline: Date },
): Promise<void> {
  const { meetingId, planId, deviceId: by } = ctx.actor;
  switch (step) {
    case 'begin':
      runs.schedule({ planId, meetingId }, await beginFreeze(ctx, { meetingId, by, deadline }));
      await ctx.hub.refresh(planId);
      if (nobodyIsMissing(ctx, planId)) {
        await runs.freezeNow({ planId, meetingId }, by);
      }
      break;
    case 'now':
      // The writing is one for all who ask, so whoever asks is looked at before.
      await transact(ctx, async () => undefined);
      await runs.freezeNow({ planId, meetingId }, by);
      break;
    case 'wait':
      runs.schedule({ planId, meetingId }, await extendFreeze(ctx, { meetingId, by, deadline }));
      break;
    case 'cancel':
      // The clock is stopped only when it is cancelled: a failure here must leave it running.
      await cancelFreeze(ctx, meetingId, by);
      runs.unschedule(planId);
      await ctx.hub.refresh(planId);
      break;
  }
}

/** A process that ended between freezing and tidying up leaves rows that may hold withdrawn words. */
async function forgetWithdrawn({ sql, hub, log }: ServerContext): Promise<void> {
  const rows = await sql<{ id: string }[]>`
    select id from document where kind = 'plan' and state in ('frozen', 'sealed')
      and exists (select 1 from document_update where document_id = document.id)`;
  for (const { id } of rows) {
    await hub
      .forgetWithdrawn(id)
      .catch((error: unknown) => log('document.log_kept', { documentId: id, error }));
  }
}
