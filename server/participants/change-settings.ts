import type { Address, Language } from '#shared/i18n/language.ts';
import { ADMISSION_STATES } from '../access/actor.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';

/** How the product speaks on this device. */
export async function changeSettings(
  ctx: CommandContext,
  change: { language?: Language | undefined; address?: Address | undefined },
): Promise<void> {
  authorizeCommand(ctx, 'changeSettings');
  const { actor } = ctx;
  const changed = await ctx.sql`update device set
    language = coalesce(${change.language ?? null}, language),
    address = coalesce(${change.address ?? null}, address)
    where id = ${actor.deviceId} and state in ${ctx.sql(ADMISSION_STATES)}`;
  if (changed.count === 0) {
    throw new DomainError('unauthenticated');
  }
  ctx.live.changed(actor.meetingId);
}
