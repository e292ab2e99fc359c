import { expect } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { defineRoots } from '#server/sync/guard/places.ts';
import { addAgreement } from '#shared/documents/plan/arrangements.ts';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { writableParts } from '#shared/documents/plan/rights.ts';
import { buildProtocol } from '#shared/protocol/build.ts';
import { canonicalBytes, parseCanonical } from '#shared/protocol/canonical.ts';
import { PLAN_RULES } from '../../../helpers/plan-doc.ts';
import { docFrom, FIRST_SEED, recordOf } from '../../protocol/leon.ts';

/** What the meeting knows beside the plan. */
export const RECORD = recordOf(1, '2025-09-16', null);

/** The plan as the server holds it. */
export function serverDoc(): Y.Doc {
  const doc = new Y.Doc();
  defineRoots(doc, PLAN_RULES);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(docFrom(FIRST_SEED)));
  return doc;
}

/** What a client at the table writes with a program of its own; gives the guard's verdict. */
export function attack(
  server: Y.Doc,
  write: (doc: Y.Doc) => void,
  writable: readonly string[] = writableParts('junger_mensch', 'open'),
): ReturnType<typeof judge> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
  const before = Y.encodeStateVector(doc);
  doc.transact(() => write(doc));
  const verdict = judge(Y.encodeStateAsUpdate(doc, before), {
    doc: server,
    participationId: 'evil',
    writer: { personId: 'p-leon', leads: true },
    ownerOf: () => undefined,
    writable: new Set(writable),
    open: true,
    room: 'free',
    limits: PLAN_RULES.limits,
  });
  if (verdict.kind === 'pass') {
    Y.applyUpdate(server, verdict.update);
  }
  return verdict;
}

/** Writes fields of a record, which is made where there is none. */
export function put(doc: Y.Doc, part: string, id: string, fields: Record<string, unknown>): void {
  const records = doc.getMap<Y.Map<unknown>>(part);
  const record = records.get(id) ?? records.set(id, new Y.Map());
  for (const [key, value] of Object.entries(fields)) {
    record.set(key, value);
  }
}

/** Everything that others do with the plan afterwards. */
export function goOnWith(doc: Y.Doc): void {
  const content = buildProtocol({ plan: readPlan(doc), record: RECORD });
  expect(parseCanonical(canonicalBytes(content))).toEqual(content);
  for (const after of [undefined, null]) {
    expect(addGoal(doc, null, { textOwn: 'Weiter' }, ORIGIN.list, after)).toHaveProperty('id');
  }
  addAgreement(doc, 'Weiter', ORIGIN.list);
}
