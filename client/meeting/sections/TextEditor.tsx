import { Collaboration } from '@tiptap/extension-collaboration';
import { EditorContent, useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap';
import { useEffect } from 'react';
import type * as Y from 'yjs';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { type TextSection, textSection } from '#shared/documents/plan/roots.ts';
import { typedText } from '#shared/domain/typed-text.ts';
import { useSession } from '../../app/context.ts';
import type { UndoSteps } from '../../session/types.ts';
import styles from './TextSectionEditor.module.css';

export interface TextEditorProps {
  doc: Y.Doc;
  section: TextSection;
  label: string;
  placeholder?: string;
}

/** Paragraphs, line breaks and words; everything else of the kit is off. The list the server allows is the same. */
const TEXT_ONLY = StarterKit.configure({
  blockquote: false,
  bold: false,
  bulletList: false,
  code: false,
  codeBlock: false,
  dropcursor: false,
  gapcursor: false,
  heading: false,
  horizontalRule: false,
  italic: false,
  link: false,
  listItem: false,
  listKeymap: false,
  orderedList: false,
  strike: false,
  trailingNode: false,
  underline: false,
  undoRedo: false,
});

/** Collaboration without an undo of its own: the session's undo knows everything this person did. */
function collaborationOn(fragment: Y.XmlFragment, undo: UndoSteps) {
  const press = (step: 'undo' | 'redo') => (): boolean => {
    undo[step]();
    return true;
  };
  return Collaboration.extend({
    addCommands: () => ({}),
    addKeyboardShortcuts: () => ({
      'Mod-z': press('undo'),
      'Mod-y': press('redo'),
      'Shift-Mod-z': press('redo'),
    }),
    addProseMirrorPlugins: () => [ySyncPlugin(fragment)],
  }).configure({ fragment });
}

/** Writes one running text together with the others. */
export function TextEditor({ doc, section, label, placeholder }: TextEditorProps) {
  const session = useSession();
  useNamedOrigin(doc);
  const editor = useEditor({
    extensions: [TEXT_ONLY, collaborationOn(textSection(doc, section), session.undo)],
    injectCSS: false,
    editorProps: {
      transformPastedText: typedText,
      transformPastedHTML: typedText,
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        dir: 'auto',
        // A translator would write its words into the plan.
        translate: 'no',
        'data-testid': `editor-${section}`,
        ...(placeholder ? { 'data-placeholder': placeholder } : {}),
      },
    },
    onFocus: () => session.setPresence({ editing: { id: `text:${section}`, field: 'text' } }),
    onBlur: () => session.setPresence({ editing: null }),
  });
  useEffect(() => () => session.setPresence({ editing: null }), [session]);
  return <EditorContent editor={editor} className={styles['editor']} data-here={`text:${section}`} />;
}

/**
 * Changes of the editor carry its plugin as origin; here they get the name that the session's undo
 * follows. The name is given before anything is written.
 */
function useNamedOrigin(doc: Y.Doc): void {
  useEffect(() => {
    const rename = (transaction: Y.Transaction): void => {
      if (transaction.origin === ySyncPluginKey) {
        transaction.origin = ORIGIN.text;
      }
    };
    doc.on('beforeTransaction', rename);
    return () => doc.off('beforeTransaction', rename);
  }, [doc]);
}
