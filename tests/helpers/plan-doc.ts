import type * as Y from 'yjs';
import { compileKind } from '#server/sync/kinds.ts';
import { emptyDoc } from '#server/sync/log/committed.ts';
import { planKind } from '#shared/documents/plan/kind.ts';

/** The plan's rules as the server compiles them. */
export const PLAN_RULES = compileKind(planKind);

/** An empty plan document, as the server makes one. */
export function planDoc(): Y.Doc {
  return emptyDoc(PLAN_RULES);
}
