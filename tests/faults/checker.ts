import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { verifyChain } from '#server/audit/chain.ts';
import type { Sql } from '#server/db/sql.ts';
import { loadRecordFacts } from '#server/protocol/protocol-record.ts';
import { docOf, hasPending } from '#server/sync/log/committed.ts';
import { createPgStore } from '#server/sync/log/pg-store.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { buildProtocol } from '#shared/protocol/build.ts';
import { canonicalBytes } from '#shared/protocol/canonical.ts';
import { shapeFaults } from '../helpers/document-shape.ts';
import { PLAN_RULES, planDoc } from '../helpers/plan-doc.ts';
import { holds, showsAny } from './ledger.ts';
import type { Person } from './person.ts';

/** What a server must never do; each kind is one promise. */
export type ViolationKind =
  | 'acked-lost'
  | 'replicas-differ'
  | 'pending'
  | 'shape'
  | 'nacked-visible'
  | 'log-damaged'
  | 'owners-mixed'
  | 'edit-after-freeze'
  | 'frozen-bytes'
  | 'own-told'
  | 'own-torn'
  | 'version-half'
  | 'audit'
  | 'heard-after-revocation'
  | 'forbidden-taken'
  | 'foreign-origin'
  | 'honest-refused'
  | 'sent-away'
  | 'not-saved'
  | 'process-ended'
  | 'unhandled'
  | 'fault-missed';

/** One broken promise, with ids and numbers, never with words of people. */
export interface Violation {
  kind: ViolationKind;
  detail: string;
}

/** What is checked of one plan when everything is healed. */
export interface Case {
  meetingId: string;
  documentId: string;
  /** Everybody who ever wrote; those whose tab is gone count for what they were told. */
  people: readonly Person[];
  /** The log ended here when the plan was frozen; null while it is open. */
  frozenAt: number | null;
  /** What the plan was when it was frozen, as the server noted it; its log is deleted afterwards. */
  frozen: Uint8Array | null;
}

/** Checks a plan in the database alone against what its people were told and hold. */
export async function checkPlan(
  sql: Sql,
  { meetingId, documentId, people, frozenAt, frozen }: Case,
): Promise<Violation[]> {
  const found: Violation[] = [];
  const add = (kind: ViolationKind, detail: string): void => {
    found.push({ kind, detail: `${documentId}: ${detail}` });
  };
  const stored = await createPgStore(sql).read(documentId);
  let fresh: Y.Doc;
  try {
    if (!stored) {
      throw new Error('the plan is gone');
    }
    // Throws where a number is missing or the end is not where the plan says.
    fresh = docOf(stored, PLAN_RULES);
  } catch (error) {
    add('log-damaged', (error as Error).message);
    return found;
  }
  const held = frozen ? documentOf(frozen) : fresh;
  checkWords(held, people, add);
  if (held !== fresh && !isDeepStrictEqual(readPlan(held), readPlan(fresh))) {
    add('frozen-bytes', 'the plan that goes on is not the one that was frozen');
  }
  checkReplicas(
    fresh,
    people.filter(({ gone }) => !gone),
    add,
  );
  for (const fault of shapeFaults(fresh)) {
    add('shape', fault);
  }
  await checkOwners(sql, documentId, add);
  if (frozenAt !== null && stored.nextSeq - 1 !== frozenAt) {
    add('edit-after-freeze', `the log stands at ${stored.nextSeq - 1}, it was frozen at ${frozenAt}`);
  }
  await checkVersions(sql, meetingId, stored.state, fresh, add);
  const chain = await verifyChain(sql, { kind: 'meeting', id: meetingId });
  if (!chain.valid) {
    add('audit', `entry ${chain.seq}: ${chain.why}`);
  }
  fresh.destroy();
  return found;
}

/** A plan document from what the server noted when it was frozen. */
export function documentOf(update: Uint8Array): Y.Doc {
  const doc = planDoc();
  Y.applyUpdate(doc, update);
  return doc;
}

/** Takes one broken promise. */
export type Add = (kind: ViolationKind, detail: string) => void;

/** What was acknowledged is there, what was refused is not. */
export function checkWords(fresh: Y.Doc, people: readonly Person[], add: Add): void {
  for (const { ledger, name } of people) {
    const lost = ledger.of('kept').filter(({ update }) => !holds(fresh, update)).length;
    if (lost > 0) {
      add(
        'acked-lost',
        `${lost} of ${ledger.of('kept').length} acknowledged changes of ${name} are not there`,
      );
    }
    const shown = ledger.of('refused').filter(({ update }) => showsAny(fresh, update)).length;
    if (shown > 0) {
      add('nacked-visible', `${shown} refused changes of ${name} are there`);
    }
  }
}

/** All have the same: clocks, deletions, content; nothing waits. */
function checkReplicas(fresh: Y.Doc, people: readonly Person[], add: Add): void {
  const plan = readPlan(fresh);
  const snapshot = Y.snapshot(fresh);
  for (const { doc, name } of people) {
    if (hasPending(doc)) {
      add('pending', `something waits at ${name}`);
    }
    if (!Y.equalSnapshots(Y.snapshot(doc), snapshot)) {
      add('replicas-differ', `clocks or deletions of ${name} are not those of the database`);
    } else if (!isDeepStrictEqual(readPlan(doc), plan)) {
      add('replicas-differ', `the plan of ${name} reads otherwise than that of the database`);
    }
  }
}

/** Owners follow each other: a row of an older one never comes after a row of a newer one. */
async function checkOwners(sql: Sql, documentId: string, add: Add): Promise<void> {
  const rows = await sql<{ seq: number; epoch: number }[]>`
    select seq, epoch from document_update where document_id = ${documentId} order by seq`;
  for (const [index, row] of rows.entries()) {
    if (index > 0 && row.epoch < (rows[index - 1]?.epoch ?? 0)) {
      add('owners-mixed', `row ${row.seq} was written by an owner that had been replaced`);
    }
  }
}

/** A frozen plan has a whole version, made of exactly what the log holds; an open one has none. */
async function checkVersions(
  sql: Sql,
  meetingId: string,
  state: string,
  fresh: Y.Doc,
  add: Add,
): Promise<void> {
  const versions = await sql<
    { id: string; number: string; content: Uint8Array; sha256: string; frozenAt: Date }[]
  >`
    select id, number, content, sha256, frozen_at as "frozenAt" from protocol_version
    where meeting_id = ${meetingId}`;
  const version = versions[0];
  const isClosed = state === 'frozen' || state === 'sealed';
  if (versions.length !== (isClosed ? 1 : 0)) {
    add('version-half', `state ${state} with ${versions.length} versions`);
    return;
  }
  if (!version) {
    return;
  }
  const facts = await sql.begin((tx) => loadRecordFacts(tx, meetingId));
  const record = { ...facts, version: version.number, previousSha256: null, frozenAt: version.frozenAt };
  const rebuilt = Buffer.from(canonicalBytes(buildProtocol({ plan: readPlan(fresh), record })));
  if (!rebuilt.equals(Buffer.from(version.content))) {
    add('frozen-bytes', `version ${version.id} is not what the log holds`);
  }
  const told = await sql<{ body: { sha256: string } }[]>`
    select body from audit_event where subject_id = ${meetingId} and type = 'version_frozen'`;
  if (told.length !== 1 || told[0]?.body.sha256 !== version.sha256) {
    add('version-half', `the audit tells of ${told.length} versions`);
  }
}

/**
 * Versions never change, whatever happens to other plans later. `known` holds the checksums of all that
 * were ever seen, kept by the suite itself; new ones are noted.
 */
export async function checkKnownVersions(sql: Sql, known: Map<string, string>): Promise<Violation[]> {
  const rows = await sql<{ id: string; sum: string }[]>`
    select id, encode(sha256(content), 'hex') as sum from protocol_version`;
  const now = new Map(rows.map(({ id, sum }) => [id, sum]));
  const changed = [...known].filter(([id, sum]) => now.get(id) !== sum);
  for (const [id, sum] of now) {
    known.set(id, sum);
  }
  return changed.map(([id]) => ({ kind: 'frozen-bytes', detail: `version ${id} is not what it was` }));
}
