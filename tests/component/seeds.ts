import type * as Y from 'yjs';
import { addGoal, type NewGoal, setScale } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';

/** One Richtungsziel with a Handlungsziel and two steps. */
export function smallTree(doc: Y.Doc): void {
  const direction = plant(doc, null, { textOwn: 'Wieder gern zur Schule gehen' });
  const action = plant(doc, direction, {
    textOwn: 'Ich gehe jeden Tag hin',
    voice: 'le',
    status: 'in_arbeit',
    target: 7,
  });
  setScale(doc, action, 'le', 4, ORIGIN.seed);
  plant(doc, action, {
    textOwn: 'Wecker stellen',
    responsible: 'le',
    supporters: ['we'],
    dueDate: '2026-03-12',
  });
  plant(doc, action, { textOwn: 'Mit Frau Polat reden', responsible: 'kr' });
}

function plant(doc: Y.Doc, parentId: string | null, goal: NewGoal): string {
  const added = addGoal(doc, parentId, goal, ORIGIN.seed);
  if ('refused' in added) {
    throw new Error(added.refused);
  }
  return added.id;
}
