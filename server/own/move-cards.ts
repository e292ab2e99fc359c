import {
  type Move,
  MoveError,
  type MoveRefusal,
  showCards,
  takeCardsBack,
} from '#shared/documents/own/move.ts';
import { planKind } from '#shared/documents/plan/kind.ts';
import { sectionOfRole } from '#shared/meeting/voices.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import { mustStillBeHere } from '../access/transact.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import { JointEditRefused } from '../sync/room/joint-edit.ts';

/**
 * Moves cards of the actor's own document into the plan, where everybody sees them from then on: both
 * documents change in one step, or neither.
 */
export async function showOwnCards(ctx: CommandContext, recordIds: readonly string[]): Promise<void> {
  authorizeCommand(ctx, 'showOwn');
  await moveCards(ctx, recordIds, { move: showCards, type: 'own_shown' });
}

/** Moves back what the same participation has shown, as long as the plan is open. */
export async function takeBackOwnCards(ctx: CommandContext, recordIds: readonly string[]): Promise<void> {
  authorizeCommand(ctx, 'takeBackOwn');
  await moveCards(ctx, recordIds, { move: takeCardsBack, type: 'own_taken_back' });
}

interface Direction {
  move(move: Move): void;
  type: 'own_shown' | 'own_taken_back';
}

async function moveCards(
  ctx: CommandContext,
  recordIds: readonly string[],
  { move, type }: Direction,
): Promise<void> {
  const { actor } = ctx;
  const { meetingId, participationId, personId, planId, ownId } = actor;
  const writable = new Set(planKind.writable(actor.role, 'open'));
  if (ownId === null || writable.size === 0) {
    throw new DomainError('forbidden');
  }
  try {
    await ctx.hub.editTogether({
      by: participationId,
      documentIds: [ownId, planId],
      change: ([own, plan]) => {
        if (own && plan) {
          move({
            own,
            plan,
            recordIds,
            personId,
            writable,
            now: ctx.now(),
            section: sectionOfRole(actor.role),
          });
        }
      },
      needRoom: type === 'own_shown' ? [planId] : [],
      also: async (tx) => {
        const body = { by: actor.deviceId, participationId, recordIds: [...recordIds] };
        await appendAuditEvent(tx, { kind: 'meeting', id: meetingId }, { type, body });
        await mustStillBeHere(tx, actor);
      },
    });
  } catch (error) {
    throw asDomainError(error);
  }
}

const CODES: Record<MoveRefusal, 'not_found' | 'bad_request' | 'forbidden' | 'wrong_state'> = {
  unknown_card: 'not_found',
  empty: 'bad_request',
  forbidden_part: 'forbidden',
  taken_up: 'wrong_state',
};

function asDomainError(error: unknown): unknown {
  if (error instanceof MoveError) {
    return new DomainError(CODES[error.refusal]);
  }
  if (error instanceof JointEditRefused) {
    return new DomainError(error.why === 'locked' ? 'wrong_state' : 'too_large');
  }
  return error;
}
