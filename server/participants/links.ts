import { randomUUID } from 'node:crypto';
import { newSecret, secretHash } from '../access/tokens.ts';
import type { LinkPurpose } from '../audit/events.ts';
import type { Tx } from '../db/sql.ts';

/** A personal link that was just made; its token is known only now. */
export interface NewLink {
  linkId: string;
  token: string;
}

/** Makes a personal link. Only the hash of its token is kept. */
export async function insertLink(
  tx: Tx,
  link: { participationId: string; purpose: LinkPurpose; expiresAt: Date },
): Promise<NewLink> {
  const made = { linkId: randomUUID(), token: newSecret() };
  await tx`insert into join_link (id, participation_id, token_hash, purpose, expires_at)
    values (${made.linkId}, ${link.participationId}, ${secretHash(made.token)}, ${link.purpose}, ${link.expiresAt})`;
  return made;
}

/** The address behind a token. The token is in the fragment, which no server and no log ever sees. */
export function linkUrl(baseUrl: string, token: string): string {
  return `${baseUrl}/j#${token}`;
}

/** What a token opens, or why it opens nothing. The reason is for the audit, never for the asker. */
export interface FoundLink {
  linkId: string;
  participationId: string;
  meetingId: string;
  personId: string | null;
  expiresAt: Date;
  refused: 'expired' | 'revoked' | 'removed' | null;
}

/** Looks a token up. */
export async function findLink(tx: Tx, token: string): Promise<FoundLink | null> {
  const [row] = await tx<FoundLink[]>`
    select l.id as "linkId", p.id as "participationId", p.meeting_id as "meetingId", p.person_id as "personId",
           l.expires_at as "expiresAt",
           case when l.revoked_at is not null then 'revoked'
                when l.expires_at <= now() then 'expired'
                when p.removed_at is not null or c.status = 'archiviert' then 'removed' end as refused
    from join_link l
    join participation p on p.id = l.participation_id
    join meeting m on m.id = p.meeting_id
    join plan_case c on c.id = m.case_id
    where l.token_hash = ${secretHash(token)}`;
  return row ?? null;
}
