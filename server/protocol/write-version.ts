import { randomUUID } from 'node:crypto';
import type { Plan } from '#shared/documents/plan/plan.ts';
import { buildProtocol } from '#shared/protocol/build.ts';
import { canonicalBytes, contentHash, shortCode } from '#shared/protocol/canonical.ts';
import type { NoteVersion } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';
import { loadRecordFacts } from './protocol-record.ts';

/** A version that was just frozen. */
export interface FrozenVersion {
  versionId: string;
  sha256: string;
}

/** What to freeze. `by` is the device that asked, null where the time ran out. */
export interface FreezeOrder {
  meetingId: string;
  /** The state it must be in: a freezing that was cancelled in the same moment freezes nothing. */
  from: 'open' | 'freezing';
  plan: Plan;
  frozenAt: Date;
  by: string | null;
}

/**
 * Writes a version inside the transaction that also changes the plan's state: canonical bytes, hash,
 * version row, state, audit event, or nothing of all that.
 * @param noteVersion keeps the number beside the database, before it is given; the example's meetings are new
 */
export async function writeVersion(
  tx: Tx,
  order: FreezeOrder,
  noteVersion: NoteVersion = () => undefined,
): Promise<FrozenVersion> {
  const { meetingId, from, plan, frozenAt, by } = order;
  const changed = await tx`update document set state = 'frozen', freeze_deadline = null
    where meeting_id = ${meetingId} and kind = 'plan' and state = ${from}`;
  if (changed.count === 0) {
    throw new DomainError('wrong_state');
  }
  const facts = await loadRecordFacts(tx, meetingId);
  const before = await loadBefore(tx, meetingId);
  const version = `${facts.meeting.number}.${before.next}`;
  noteVersion(meetingId, before.next);
  const content = buildProtocol({
    plan,
    record: { ...facts, version, previousSha256: before.sha256, frozenAt },
  });
  const bytes = canonicalBytes(content);
  const sha256 = contentHash(bytes);
  const versionId = randomUUID();
  await tx`insert into protocol_version (id, meeting_id, number, code, content, sha256, supersedes, frozen_at)
    values (${versionId}, ${meetingId}, ${version}, ${shortCode(sha256)}, ${Buffer.from(bytes)}, ${sha256},
      ${before.supersedes}, ${frozenAt})`;
  await appendAuditEvent(
    tx,
    { kind: 'meeting', id: meetingId },
    {
      type: 'version_frozen',
      body: { by, versionId, sha256, supersedes: before.supersedes },
    },
  );
  return { versionId, sha256 };
}

/** What this version follows: an earlier one of this meeting, or the one the meeting starts from. */
async function loadBefore(
  tx: Tx,
  meetingId: string,
): Promise<{ next: number; supersedes: string | null; sha256: string | null }> {
  const own = await tx<{ id: string; sha256: string; number: string }[]>`
    select id, sha256, number from protocol_version where meeting_id = ${meetingId} order by string_to_array(number, '.')::int[]`;
  const [meeting] = await tx<{ floor: number }[]>`
    select next_version as floor from meeting where id = ${meetingId}`;
  const floor = meeting?.floor ?? 0;
  const last = own.at(-1);
  if (last) {
    const after = Number(last.number.split('.').at(-1)) + 1;
    return { next: Math.max(after, floor), supersedes: last.id, sha256: last.sha256 };
  }
  const [previous] = await tx<{ sha256: string }[]>`
    select v.sha256 from meeting m join protocol_version v on v.id = m.previous_version_id
    where m.id = ${meetingId}`;
  return { next: floor, supersedes: null, sha256: previous?.sha256 ?? null };
}
