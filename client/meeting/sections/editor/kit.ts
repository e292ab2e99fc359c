import { Extension, Node } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { UndoSteps } from '../../../session/types.ts';
import type { BoundText } from './bound-text.ts';

/** Paragraphs and words; the editor knows nothing else. */
export const PARAGRAPHS = [
  Node.create({ name: 'doc', topNode: true, content: 'paragraph+' }),
  Node.create({
    name: 'paragraph',
    content: 'text*',
    parseHTML: () => [{ tag: 'p' }],
    renderHTML: () => ['p', 0],
  }),
  Node.create({ name: 'text' }),
];

/** The editor has taken over what an input method left, a moment after its word was done. */
const TAKEN_OVER_MS = 60;

/** Ties an editor to its shared text. Undo in it is the session's, which knows everything this person did. */
export function sharedWords(bound: BoundText, undo: UndoSteps): Extension {
  const press = (step: 'undo' | 'redo') => (): boolean => {
    undo[step]();
    return true;
  };
  return Extension.create({
    name: 'sharedWords',
    addKeyboardShortcuts() {
      const split = (): boolean => this.editor.commands.splitBlock();
      return {
        'Mod-z': press('undo'),
        'Mod-y': press('redo'),
        'Shift-Mod-z': press('redo'),
        'Shift-Enter': split,
        'Mod-Enter': split,
      };
    },
    onTransaction({ transaction, appendedTransactions }) {
      for (const one of [transaction, ...appendedTransactions]) {
        bound.wrote(one);
      }
    },
    addProseMirrorPlugins: () => [binding(bound)],
  });
}

function binding(bound: BoundText): Plugin {
  return new Plugin({
    view: (view) => ({ destroy: bound.bind(view) }),
    props: {
      handleDOMEvents: {
        compositionstart: () => bound.composes(),
        compositionend: (view) => {
          setTimeout(() => {
            // The next word may have begun by now.
            if (!view.composing) {
              bound.composed();
            }
          }, TAKEN_OVER_MS);
        },
      },
    },
  });
}
