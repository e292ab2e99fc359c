import type { PasskeyQuestion } from '#shared/api/passkey-answers.ts';
import type { PasskeySignIn } from '#shared/api/passkey-bodies.ts';
import { authorize } from '../../access/authorize.ts';
import type { ServerContext } from '../../access/command-context.ts';
import { DomainError } from '../../access/domain-error.ts';
import { SERVER } from '../../access/subjects.ts';
import { recordAccountEvent } from '../../audit/account-events.ts';
import type { Sql } from '../../db/sql.ts';
import type { StaffAuth } from '../auth.ts';
import { readAnswer } from './ceremony.ts';
import { CHALLENGE_MS, type Challenges } from './challenges.ts';
import type { RelyingParty } from './relying-party.ts';

type Ctx = Pick<ServerContext, 'sql' | 'now'>;

/** Questions and who asks them. */
export interface PasskeyDesk {
  party: RelyingParty;
  challenges: Challenges;
}

/** A passkey of which a device speaks, and whose it is. */
export interface KnownPasskey {
  passkeyId: string;
  accountId: string;
  email: string;
  publicKey: Uint8Array;
}

const SIGN_IN = 'sign in';

/** The question to anybody: whoever answers it says by that who they are. */
export function askWho(ctx: Ctx, { party, challenges }: PasskeyDesk): PasskeyQuestion {
  authorize({ kind: 'anonymous' }, 'signInByPasskey', SERVER);
  return { challenge: challenges.make(SIGN_IN, ctx.now()), rpId: party.id, timeout: CHALLENGE_MS };
}

/** The passkey that an answer names; null where nobody has it. */
export async function findPasskey(sql: Sql, credentialId: string): Promise<KnownPasskey | null> {
  const [found] = await sql<KnownPasskey[]>`
    select k.id as "passkeyId", k.account_id as "accountId", u."email" as email, k.public_key as "publicKey"
    from passkey k join "user" u on u."id" = k.account_id where k.credential_id = ${credentialId}`;
  return found ?? null;
}

/**
 * Signs somebody in who has answered with a passkey: the device was there, and has asked for finger, face or PIN,
 * so that no code is wanted beside it.
 * @returns the cookies to set
 * @throws DomainError `passkey_refused`, `passkey_over`, `account_closed`
 */
export async function signInByPasskey(
  ctx: Ctx,
  auth: Pick<StaffAuth, 'beginSession' | 'endSessions'>,
  { party, challenges }: PasskeyDesk,
  { known, answer, headers }: { known: KnownPasskey | null; answer: PasskeySignIn; headers: Headers },
): Promise<string[]> {
  authorize({ kind: 'anonymous' }, 'signInByPasskey', SERVER);
  const spend = (challenge: string): void => challenges.spend(challenge, SIGN_IN, ctx.now());
  if (known?.accountId !== Buffer.from(answer.userHandle, 'base64url').toString()) {
    throw new DomainError('passkey_refused');
  }
  const { passkeyId, accountId, publicKey } = known;
  const counter = await readAnswer(answer, publicKey, { party, spend });
  await noteUse(ctx, known, counter);
  const session = await auth.beginSession(accountId, headers);
  if (session === null) {
    throw new DomainError('account_closed');
  }
  // A reset that came meanwhile has taken the passkey away, and has not seen this session.
  const [still] = await ctx.sql`select from passkey where id = ${passkeyId}`;
  if (!still) {
    await auth.endSessions(accountId, { only: session.sessionId });
    throw new DomainError('passkey_refused');
  }
  return session.cookies;
}

/** Two devices that hold one passkey betray themselves: the counter of one of them is behind. */
async function noteUse({ sql, now }: Ctx, known: KnownPasskey, counter: number): Promise<void> {
  const { passkeyId, accountId } = known;
  const [used] = await sql`
    update passkey set counter = ${counter}, last_used_at = ${now()}
    where id = ${passkeyId} and (counter < ${counter} or (counter = 0 and ${counter}::bigint = 0)) returning id`;
  if (!used) {
    await recordAccountEvent(sql, accountId, { type: 'passkey_counter_back', body: { passkeyId } });
    throw new DomainError('passkey_refused');
  }
}
