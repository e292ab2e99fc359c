import type { ServerContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import { missingPersons } from '../meetings/meeting-view.ts';
import { writeVersion } from './write-version.ts';

/** Clocks of freezings that wait, and the writing itself: once a plan, whoever asks. */
export interface FreezeRuns {
  /** Freezes by itself at this time; an earlier time given for the plan no longer counts. */
  schedule(meetingId: string, at: Date): void;
  unschedule(meetingId: string): void;
  isWaiting(meetingId: string): boolean;
  /** Freezes once, whoever asked first: the last flush, the clock, or the facilitator. */
  freezeNow(meetingId: string, by: string | null): Promise<void>;
  /** The same where nobody waits for the outcome. */
  goOn(meetingId: string): void;
  /** Stops the clocks and resolves when nothing is being written. */
  close(): Promise<void>;
}

/** None wait yet. `retryMs`: when a write that failed is tried again. */
export function createFreezeRuns(ctx: ServerContext, retryMs: number): FreezeRuns {
  const timers = new Map<string, NodeJS.Timeout>();
  const writing = new Map<string, Promise<void>>();
  let closed = false;

  function schedule(meetingId: string, at: Date): void {
    unschedule(meetingId);
    if (!closed) {
      const wait = Math.max(0, at.getTime() - ctx.now().getTime());
      timers.set(
        meetingId,
        setTimeout(() => goOn(meetingId), wait),
      );
    }
  }

  function unschedule(meetingId: string): void {
    clearTimeout(timers.get(meetingId));
    timers.delete(meetingId);
  }

  function freezeNow(meetingId: string, by: string | null): Promise<void> {
    unschedule(meetingId);
    const running = writing.get(meetingId);
    if (running) {
      return running;
    }
    const run = freezePlan(ctx, meetingId, by).finally(() => writing.delete(meetingId));
    writing.set(meetingId, run);
    run.catch((error: Error) => {
      // Cancelled or frozen meanwhile is no trouble; anything else is tried again, whoever asked.
      if (!(error instanceof DomainError)) {
        console.error(`freezing ${meetingId} failed and is tried again: ${error.name}`);
        schedule(meetingId, new Date(ctx.now().getTime() + retryMs));
      }
    });
    return run;
  }

  function goOn(meetingId: string): void {
    // What to do about a failure is decided where it fails.
    freezeNow(meetingId, null).catch(() => undefined);
  }

  async function close(): Promise<void> {
    closed = true;
    for (const meetingId of [...timers.keys()]) {
      unschedule(meetingId);
    }
    await Promise.allSettled(writing.values());
  }

  return { schedule, unschedule, isWaiting: (id) => timers.has(id), freezeNow, goOn, close };
}

/** Also whoever has just lost the network has a say: their words come when they are back. */
export function nobodyIsMissing({ hub }: ServerContext, meetingId: string): boolean {
  return missingPersons([...hub.connections(meetingId), ...hub.cutOff(meetingId)]).size === 0;
}

/** Freezes the committed plan of a meeting through the room's own writer. */
async function freezePlan(ctx: ServerContext, meetingId: string, by: string | null): Promise<void> {
  await ctx.hub.withCommittedDocument(
    meetingId,
    (tx, plan) => writeVersion(tx, { meetingId, from: 'freezing', plan, frozenAt: ctx.now(), by }),
    (version) => version,
  );
  ctx.live.changed(meetingId);
}
