import type { Address, Language } from '#shared/i18n/language.ts';
import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';

/** How the product speaks on this device. */
export async function changeSettings(
  ctx: CommandContext,
  actor: Actor,
  change: { language?: Language | undefined; address?: Address | undefined },
): Promise<void> {
  authorize(actor, 'changeSettings');
  await ctx.sql`update device set
    language = coalesce(${change.language ?? null}, language),
    address = coalesce(${change.address ?? null}, address)
    where id = ${actor.deviceId}`;
  ctx.live.changed(actor.meetingId);
}
