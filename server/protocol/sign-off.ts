import { randomUUID } from 'node:crypto';
import type { SignOffRequest } from '#shared/api/requests.ts';
import { OFFICE_TIME_ZONE } from '#shared/i18n/translate.ts';
import { CHANGE_OF_MIND_DAYS } from '#shared/protocol/decisions.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import type { Actor } from '../access/actor.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { badField, DomainError } from '../access/domain-error.ts';
import { transact } from '../access/transact.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';
import { officeToday } from '../participants/lifetimes.ts';
import { isOwnName } from '../participants/names.ts';

/**
 * One person says something to the version they have read: its hash must be the one on their screen.
 * Also after sealing; a later word of the same person is a new row beside the earlier one, for as long
 * as a change of mind is taken (`change_over`), and so often (`decided_often`). Where it is confirmed
 * in the browser that leads, the record says so.
 */
export async function signOff(
  ctx: CommandContext,
  versionId: string,
  said: SignOffRequest,
  inLeadersBrowser: () => Promise<boolean>,
): Promise<void> {
  authorizeCommand(ctx, 'signOff');
  const { actor } = ctx;
  const leadersBrowser = await inLeadersBrowser();
  if (said.thinkUntil !== undefined && said.thinkUntil < officeToday(ctx.now())) {
    throw badField('thinkUntil', 'past_date');
  }
  await transact(ctx, async (tx) => {
    await mustBeCurrent(tx, actor.meetingId, versionId, said.sha256);
    await mustBeInTime(tx, actor, versionId);
    await mustHaveRoom(tx, actor, versionId);
    if (said.method === 'name_getippt') {
      await mustBeOwnName(tx, actor, said.typedName ?? '');
    }
    const where = { versionId, meetingId: actor.meetingId, leadersBrowser };
    await insertSignoff(tx, { ...said, ...where }, actor, ctx.now());
  });
  ctx.live.changed(actor.meetingId);
}

/** Writes a decision and its audit event. */
export async function insertSignoff(
  tx: Tx,
  said: SignOffRequest & { versionId: string; meetingId: string; leadersBrowser?: boolean },
  who: { personId: string | null; deviceId: string },
  at: Date,
): Promise<void> {
  if (who.personId === null) {
    throw new DomainError('forbidden');
  }
  const { versionId, sha256, decision, method, meetingId, leadersBrowser = false } = said;
  const signoffId = randomUUID();
  await tx`insert into signoff
      (id, version_id, person_id, decision, remark, think_until, method, typed_name, sha256, at,
       leaders_browser)
    values (${signoffId}, ${versionId}, ${who.personId}, ${decision}, ${said.remark?.trim() || null},
      ${decision === 'bedenkzeit' ? (said.thinkUntil ?? null) : null}, ${method},
      ${method === 'name_getippt' ? (said.typedName ?? null) : null}, ${sha256}, ${at}, ${leadersBrowser})`;
  await appendAuditEvent(
    tx,
    { kind: 'meeting', id: meetingId },
    {
      type: 'version_signed',
      body: {
        ...{ by: who.deviceId, versionId, sha256, signoffId, personId: who.personId, decision, method },
        ...(leadersBrowser ? { leadersBrowser } : {}),
      },
    },
  );
}

async function mustBeCurrent(tx: Tx, meetingId: string, versionId: string, sha256: string): Promise<void> {
  const [plan] = await tx<{ state: PlanState }[]>`
    select state from document where meeting_id = ${meetingId} and kind = 'plan' for share`;
  if (plan?.state !== 'frozen' && plan?.state !== 'sealed') {
    throw new DomainError('wrong_state');
  }
  const [version] = await tx<{ id: string; sha256: string }[]>`
    select id, sha256 from protocol_version where meeting_id = ${meetingId}
    order by string_to_array(number, '.')::int[] desc limit 1`;
  if (version?.id !== versionId || version.sha256 !== sha256) {
    throw new DomainError('wrong_version');
  }
}

/** Whoever has decided can change it for some days after sealing, counted by the database's clock. */
async function mustBeInTime(tx: Tx, actor: Actor, versionId: string): Promise<void> {
  const late = await tx`
    select from protocol_version v
    where v.id = ${versionId}
      and (now() at time zone ${OFFICE_TIME_ZONE})::date
        > (v.sealed_at at time zone ${OFFICE_TIME_ZONE})::date + ${CHANGE_OF_MIND_DAYS}::int
      and exists (select from signoff s where s.version_id = v.id and s.person_id = ${actor.personId})`;
  if (late.length > 0) {
    throw new DomainError('change_over');
  }
}

/** Decisions of one person on one version: all of them are read, and printed, for ever. */
const MOST_DECISIONS = 30;

async function mustHaveRoom(tx: Tx, { personId }: Actor, versionId: string): Promise<void> {
  // One after the other, or many at once would each see that there is room.
  await tx`select from person where id = ${personId} for no key update`;
  const said = await tx`select from signoff where version_id = ${versionId} and person_id = ${personId}`;
  if (said.length >= MOST_DECISIONS) {
    throw new DomainError('decided_often');
  }
}

async function mustBeOwnName(tx: Tx, actor: Actor, typed: string): Promise<void> {
  const [person] = await tx<{ firstName: string; lastName: string; displayName: string }[]>`
    select first_name as "firstName", last_name as "lastName", display_name as "displayName"
    from person where id = ${actor.personId}`;
  if (!person || !isOwnName(typed, person)) {
    throw new DomainError('name_mismatch');
  }
}
