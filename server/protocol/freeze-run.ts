import { readPlan } from '#shared/documents/plan/plan.ts';
import type { Actor } from '../access/actor.ts';
import type { ServerContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import { missingPersons } from '../meetings/meeting-view.ts';
import { writeVersion } from './write-version.ts';

/** The plan of a meeting. */
export type PlanRef = Pick<Actor, 'planId' | 'meetingId'>;

/** Clocks of freezings that wait, and the writing itself: once a plan, whoever asks. */
export interface FreezeRuns {
  /** Freezes by itself at this time; an earlier time given for the plan no longer counts. */
  schedule(plan: PlanRef, at: Date): void;
  unschedule(planId: string): void;
  isWaiting(planId: string): boolean;
  /** Freezes once, whoever asked first: the last flush, the clock, or the facilitator. */
  freezeNow(plan: PlanRef, by: string | null): Promise<void>;
  /** The same where nobody waits for the outcome. */
  goOn(plan: PlanRef): void;
  /** Stops the clocks and resolves when nothing is being written. */
  close(): Promise<void>;
}

/** None wait yet. `retryMs`: when a write that failed is tried again. */
export function createFreezeRuns(ctx: ServerContext, retryMs: number): FreezeRuns {
  const timers = new Map<string, NodeJS.Timeout>();
  const writing = new Map<string, Promise<void>>();
  let closed = false;

  function schedule(plan: PlanRef, at: Date): void {
    unschedule(plan.planId);
    if (!closed) {
      const wait = Math.max(0, at.getTime() - ctx.now().getTime());
      timers.set(
        plan.planId,
        setTimeout(() => goOn(plan), wait),
      );
    }
  }

  function unschedule(planId: string): void {
    clearTimeout(timers.get(planId));
    timers.delete(planId);
  }

  function freezeNow(plan: PlanRef, by: string | null): Promise<void> {
    const { planId } = plan;
    unschedule(planId);
    const running = writing.get(planId);
    if (running) {
      return running;
    }
    const run = freezePlan(ctx, plan, by).finally(() => writing.delete(planId));
    writing.set(planId, run);
    run.catch((error: unknown) => {
      // Cancelled or frozen meanwhile is no trouble; anything else is tried again, whoever asked.
      if (!(error instanceof DomainError)) {
        ctx.log('freeze.failed', { documentId: planId, meetingId: plan.meetingId, error });
        schedule(plan, new Date(ctx.now().getTime() + retryMs));
      }
    });
    return run;
  }

  function goOn(plan: PlanRef): void {
    // What to do about a failure is decided where it fails.
    freezeNow(plan, null).catch(() => undefined);
  }

  async function close(): Promise<void> {
    closed = true;
    for (const planId of [...timers.keys()]) {
      unschedule(planId);
    }
    await Promise.allSettled(writing.values());
  }

  return { schedule, unschedule, isWaiting: (id) => timers.has(id), freezeNow, goOn, close };
}

/** Also whoever has just lost the network has a say: their words come when they are back. */
export function nobodyIsMissing({ hub }: ServerContext, planId: string): boolean {
  return missingPersons([...hub.connections(planId), ...hub.cutOff(planId)]).size === 0;
}

/** Freezes the committed plan of a meeting through the room's own writer. */
async function freezePlan(
  ctx: ServerContext,
  { planId, meetingId }: PlanRef,
  by: string | null,
): Promise<void> {
  const began = performance.now();
  await ctx.hub.withCommittedDocument(
    planId,
    (tx, doc) =>
      writeVersion(
        tx,
        { meetingId, from: 'freezing', plan: readPlan(doc), frozenAt: ctx.now(), by },
        ctx.noteVersion,
      ),
    (version) => version,
  );
  ctx.log('freeze.written', { documentId: planId, meetingId, ms: performance.now() - began });
  ctx.live.changed(meetingId);
}
