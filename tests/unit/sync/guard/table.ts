import * as Y from 'yjs';
import type { GuardContext } from '#server/sync/guard/context.ts';
import type { Verdict } from '#server/sync/guard/guard.ts';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { PLAN_PARTS } from '#shared/documents/plan/roots.ts';
import type { NackName } from '#shared/wire/messages.ts';
import { PLAN_RULES, planDoc } from '../../../helpers/plan-doc.ts';

/** A plan at which Anna and Ben sit, as the guard's tests need it. */

export const ANNA = 101;
export const BEN = 202;
export const STRANGER = 303;
export const GOAL = 'goal-1';

/** The server's document with one goal that Anna made, and both of their documents. */
export function table(): { server: Y.Doc; anna: Y.Doc; ben: Y.Doc } {
  const server = planDoc();
  Y.applyUpdate(server, seedPlan({ ...EMPTY_SEED, leitziel: 'Zusammen', texts: { anlass: ['Darum'] } }));
  const anna = replica(server, ANNA);
  addGoal(anna, null, { id: GOAL, textOwn: 'Pünktlich sein' }, ORIGIN.list);
  Y.applyUpdate(server, Y.encodeStateAsUpdate(anna));
  return { server, anna, ben: replica(server, BEN) };
}

/** What `clientId` has of it. */
export function replica(of: Y.Doc, clientId: number): Y.Doc {
  const doc = planDoc();
  doc.clientID = clientId;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(of));
  return doc;
}

/** What `change` writes, as one update. */
export function written(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array): void => {
    updates.push(update);
  };
  doc.on('update', listen);
  doc.transact(change, ORIGIN.list);
  doc.off('update', listen);
  return updates[0] ?? Y.encodeStateAsUpdate(doc, before);
}

/** The guard's view of an edit of Ben's, whose place may write every part. */
export function context(server: Y.Doc, change: Partial<GuardContext> = {}): GuardContext {
  const owners = new Map([
    [ANNA, 'anna'],
    [BEN, 'ben'],
  ]);
  return {
    doc: server,
    participationId: 'ben',
    writer: { personId: 'person-1', leads: false },
    ownerOf: (client) => owners.get(client),
    writable: new Set(PLAN_PARTS),
    open: true,
    room: 'free',
    limits: PLAN_RULES.limits,
    ...change,
  };
}

/** The reason of a refusal; of anything else its kind. */
export function codeOf(verdict: Verdict): NackName | Verdict['kind'] {
  return verdict.kind === 'refuse' ? verdict.code : verdict.kind;
}

/** Id of a text of the goal. */
export const textId = (doc: Y.Doc, key: string): [number, number] => {
  const record = doc.getMap<Y.Map<unknown>>('goals').get(GOAL);
  const { id } = (record?.get(key) as Y.Text)._item as Y.Item;
  return [id.client, id.clock];
};
/** Id of the goal's record. */
export const recordId = (doc: Y.Doc): [number, number] => {
  const { id } = doc.getMap<Y.Map<unknown>>('goals').get(GOAL)?._item as Y.Item;
  return [id.client, id.clock];
};
/** Id of a character of the goal's sentence. */
export const letterId = (doc: Y.Doc, at: number): [number, number] => {
  const record = doc.getMap<Y.Map<unknown>>('goals').get(GOAL);
  const { id } = (record?.get('textOwn') as Y.Text)._start as Y.Item;
  return [id.client, id.clock + at];
};
