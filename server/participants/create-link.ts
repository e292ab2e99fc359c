import type { PlanState } from '#shared/wire/messages.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import { transact } from '../access/transact.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { LinkPurpose } from '../audit/events.ts';
import type { Tx } from '../db/sql.ts';
import { linkExpiry } from './lifetimes.ts';
import { insertLink } from './links.ts';

/** Makes a new personal link and gives its token, once. Older links stay until they are revoked. */
export async function createLink(ctx: CommandContext, participationId: string): Promise<string> {
  authorizeCommand(ctx, 'createLink');
  const { actor } = ctx;
  const token = await transact(ctx, (tx) =>
    makeLink(tx, { meetingId: actor.meetingId, participationId, by: actor.deviceId, now: ctx.now() }),
  );
  ctx.live.changed(actor.meetingId);
  return token;
}

/** What a link is made for. `expiresAt` is set only where the usual lifetime does not fit. */
export interface LinkOrder {
  meetingId: string;
  participationId: string;
  /** Device that asked for it, or the command that did. */
  by: string;
  now: Date;
  expiresAt?: Date;
}

/** The same inside a transaction. */
export async function makeLink(tx: Tx, order: LinkOrder): Promise<string> {
  const { meetingId, participationId } = order;
  const [row] = await tx<{ state: PlanState; signs: boolean; date: string; end: string }[]>`
    select plan.state, p.expected_to_sign as signs, m.date, m.end_time as "end"
    from participation p join meeting m on m.id = p.meeting_id join document plan on plan.meeting_id = m.id and plan.kind = 'plan'
    where p.id = ${participationId} and m.id = ${meetingId} and p.removed_at is null`;
  if (!row) {
    throw new DomainError('not_found');
  }
  const frozen = row.state === 'frozen' || row.state === 'sealed';
  const purpose: LinkPurpose = frozen && row.signs ? 'unterschreiben' : 'teilnehmen';
  const expiresAt = order.expiresAt ?? linkExpiry(purpose, row, order.now);
  const link = await insertLink(tx, { participationId, purpose, expiresAt });
  await appendAuditEvent(
    tx,
    { kind: 'meeting', id: meetingId },
    {
      type: 'link_made',
      body: { by: order.by, linkId: link.linkId, participationId, purpose },
    },
  );
  return link.token;
}
