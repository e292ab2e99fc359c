import { randomUUID } from 'node:crypto';
import type { NewPasskeyQuestion, OwnPasskey } from '#shared/api/passkey-answers.ts';
import type { AddPasskey } from '#shared/api/passkey-bodies.ts';
import { authorizeCommand } from '../../access/authorize.ts';
import type { CommandContext } from '../../access/command-context.ts';
import { badField, DomainError } from '../../access/domain-error.ts';
import type { StaffAccount } from '../../access/principals.ts';
import { appendAuditEvent } from '../../audit/chain.ts';
import type { Tx } from '../../db/sql.ts';
import { hasAuthenticator } from '../staff.ts';
import { ALGORITHMS, type MadePasskey, readMadePasskey } from './ceremony.ts';
import { CHALLENGE_MS } from './challenges.ts';
import type { PasskeyDesk } from './sign-in.ts';

type Ctx = CommandContext<StaffAccount>;
/** Asks the password once more. @throws DomainError where it is wrong, or was so too often */
export type AskPassword = () => Promise<void>;

/** Devices and keys of one person; more are a mistake or worse. */
const MOST_PASSKEYS = 20;

/** The passkeys of the own account, the oldest first. */
export async function listPasskeys(ctx: Ctx): Promise<{ passkeys: OwnPasskey[] }> {
  authorizeCommand(ctx, 'seePasskeys');
  const rows = await ctx.sql<{ passkeyId: string; name: string; madeAt: Date; lastUsedAt: Date | null }[]>`
    select id as "passkeyId", name, made_at as "madeAt", last_used_at as "lastUsedAt"
    from passkey where account_id = ${ctx.actor.userId} order by made_at, id`;
  const passkeys = rows.map(({ madeAt, lastUsedAt, ...row }) => ({
    ...row,
    madeAt: madeAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
  return { passkeys };
}

/** Asks a device for a new passkey, once the password was right: whoever finds an open page adds none of their own. */
export async function beginPasskey(
  ctx: Ctx,
  { party, challenges }: PasskeyDesk,
  askPassword: AskPassword,
): Promise<NewPasskeyQuestion> {
  authorizeCommand(ctx, 'addPasskey');
  const { userId, email, name } = ctx.actor;
  await askPassword();
  const known = await ctx.sql<{ id: string }[]>`
    select credential_id as id from passkey where account_id = ${userId}`;
  mustHaveRoom(known.length);
  return {
    challenge: challenges.make(purposeOf(ctx), ctx.now()),
    rpId: party.id,
    timeout: CHALLENGE_MS,
    rpName: 'Planrunde',
    user: { id: Buffer.from(userId).toString('base64url'), name: email, displayName: name },
    algorithms: ALGORITHMS,
    known: known.map(({ id }) => id),
  };
}

/** Keeps what the device made. From now on the password alone opens the account no more. */
export async function addPasskey(
  ctx: Ctx,
  { party, challenges }: PasskeyDesk,
  made: AddPasskey,
): Promise<void> {
  authorizeCommand(ctx, 'addPasskey');
  const spend = (challenge: string): void => challenges.spend(challenge, purposeOf(ctx), ctx.now());
  const passkey = await readMadePasskey(made, { party, spend });
  const { userId } = ctx.actor;
  await ctx.sql.begin(async (tx) => {
    await lockAccount(tx, userId);
    await mustHaveRoomStill(tx, userId);
    const passkeyId = await insertPasskey(tx, ctx, passkey, made);
    await tx`update "user" set "twoFactorEnabled" = true where "id" = ${userId}`;
    const event = { type: 'passkey_added', body: { passkeyId } } as const;
    await appendAuditEvent(tx, { kind: 'account', id: userId }, event);
  });
}

/** Another name for a passkey of one's own. */
export async function renamePasskey(ctx: Ctx, passkeyId: string, name: string): Promise<void> {
  authorizeCommand(ctx, 'changePasskey');
  await ctx.sql`update passkey set name = ${name}
    where id = ${passkeyId} and account_id = ${ctx.actor.userId}`;
}

/**
 * Takes a passkey away; it opens nothing from then on. The last second factor stays until another is there.
 * @throws DomainError `last_second_factor`
 */
export async function removePasskey(ctx: Ctx, passkeyId: string, askPassword: AskPassword): Promise<void> {
  authorizeCommand(ctx, 'changePasskey');
  await askPassword();
  const { userId } = ctx.actor;
  await ctx.sql.begin(async (tx) => {
    await lockAccount(tx, userId);
    const [other] = await tx`select from passkey where account_id = ${userId} and id <> ${passkeyId} limit 1`;
    if (!other && !(await hasAuthenticator(tx, userId))) {
      throw new DomainError('last_second_factor');
    }
    const [gone] = await tx`
      delete from passkey where id = ${passkeyId} and account_id = ${userId} returning id`;
    if (gone) {
      const event = { type: 'passkey_removed', body: { passkeyId } } as const;
      await appendAuditEvent(tx, { kind: 'account', id: userId }, event);
    }
  });
}

/** A question that was put to one session is answered by no other. */
function purposeOf({ actor: { userId, sessionId } }: Ctx): string {
  return `add ${userId} ${sessionId}`;
}

/** Passkeys of one account change one after the other. */
async function lockAccount(tx: Tx, userId: string): Promise<void> {
  await tx`select from "user" where "id" = ${userId} for update`;
}

async function mustHaveRoomStill(tx: Tx, userId: string): Promise<void> {
  const [row] = await tx<{ there: number }[]>`
    select count(*)::int as there from passkey where account_id = ${userId}`;
  mustHaveRoom(row?.there ?? 0);
}

function mustHaveRoom(there: number): void {
  if (there >= MOST_PASSKEYS) {
    throw badField('', 'passkeys_many');
  }
}

async function insertPasskey(
  tx: Tx,
  { actor, now }: Ctx,
  { credentialId, publicKey, counter }: MadePasskey,
  { name }: Pick<AddPasskey, 'name'>,
): Promise<string> {
  const passkeyId = randomUUID();
  const [added] = await tx`
    insert into passkey (id, account_id, name, credential_id, public_key, counter, made_at)
    values (${passkeyId}, ${actor.userId}, ${name}, ${credentialId}, ${Buffer.from(publicKey)}, ${counter},
      ${now()})
    on conflict (credential_id) do nothing returning id`;
  if (!added) {
    throw new DomainError('passkey_refused');
  }
  return passkeyId;
}
