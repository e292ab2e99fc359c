import type { Address, Language } from '#shared/i18n/language.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';

/** How the product speaks on this device. */
export async function changeSettings(
  ctx: CommandContext,
  change: { language?: Language | undefined; address?: Address | undefined },
): Promise<void> {
  authorizeCommand(ctx, 'changeSettings');
  const { actor } = ctx;
  await ctx.sql`update device set
    language = coalesce(${change.language ?? null}, language),
    address = coalesce(${change.address ?? null}, address)
    where id = ${actor.deviceId}`;
  ctx.live.changed(actor.meetingId);
}
