import * as Y from 'yjs';
import { compileKind } from '#server/sync/kinds.ts';
import { emptyDoc } from '#server/sync/log/committed.ts';
import { planKind } from '#shared/documents/plan/kind.ts';

/** The plan's rules as the server compiles them. */
export const PLAN_RULES = compileKind(planKind);

/** An empty plan document, as the server makes one. */
export function planDoc(): Y.Doc {
  return emptyDoc(PLAN_RULES);
}

/** One small value, again and again another one: a field of a record that this document makes for it. */
export function scribble(doc: Y.Doc, value: number, name = 'scratch'): void {
  const id = `${name}-${doc.clientID}`;
  const records = doc.getMap<Y.Map<unknown>>('agreements');
  doc.transact(() => {
    if (!records.has(id)) {
      records.set(id, new Y.Map());
    }
    records.get(id)?.set('order', `a${value}`);
  });
}
