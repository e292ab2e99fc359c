import type * as Y from 'yjs';
import { createStore } from '../../app/store.ts';
import type { UndoSteps } from '../types.ts';
import { type DocumentUndo, type Stack, stepsOf, type UndoRules } from './undo-steps.ts';

/** One list of steps over all documents of a tab. */
export interface UndoList extends UndoSteps {
  /** Takes in what this client writes in a document; gives the way to forget it. */
  follow(doc: Y.Doc, rules: UndoRules): () => void;
}

/**
 * Undo and redo by time: the last step is undone first, in whichever document it was made. Each
 * step bears the number at which it came; the list is the steps of all documents in that order.
 */
export function createUndoList(): UndoList {
  const state = createStore({ canUndo: false, canRedo: false });
  const documents = new Set<DocumentUndo>();
  const origins = new Set<unknown>();
  let count = 0;

  /** The documents that have steps, the one with the last step first. */
  const byTime = (stack: Stack): DocumentUndo[] =>
    [...documents].filter((one) => one.last(stack) > 0).sort((a, b) => b.last(stack) - a.last(stack));
  const tell = (): void => {
    const [canUndo, canRedo] = [byTime('undo').length > 0, byTime('redo').length > 0];
    const before = state.get();
    if (before.canUndo !== canUndo || before.canRedo !== canRedo) {
      state.set({ canUndo, canRedo });
    }
  };
  /** A step that changes nothing any more is passed over, as a single document does it. */
  const take = (stack: Stack): void => {
    for (let found = byTime(stack); found.length > 0; found = byTime(stack)) {
      const [latest, next] = found;
      if (latest?.take(stack, next?.last(stack) ?? 0)) {
        break;
      }
    }
    tell();
  };
  return {
    state,
    undo: () => take('undo'),
    redo: () => take('redo'),
    track(origin) {
      origins.add(origin);
      for (const one of documents) {
        one.track(origin);
      }
    },
    follow(doc, rules) {
      const steps = stepsOf(doc, rules, origins, {
        next: () => ++count,
        written() {
          for (const other of documents) {
            if (other !== steps) {
              other.endStep();
            }
          }
        },
        changed: tell,
      });
      documents.add(steps);
      tell();
      return () => {
        documents.delete(steps);
        steps.destroy();
        tell();
      };
    },
  };
}
