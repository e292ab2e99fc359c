import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useId, useState } from 'react';
import type * as Y from 'yjs';
import { ORIGIN, sharedText } from '#shared/documents/plan/records.ts';
import { sectionPart, type TextSection } from '#shared/documents/plan/roots.ts';
import { addText, textRecord } from '#shared/documents/plan/texts.ts';
import { typedText } from '#shared/domain/typed-text.ts';
import { FIRST_LANGUAGE } from '#shared/i18n/language.ts';
import { useSession } from '../../app/context.ts';
import { BoundText } from './editor/bound-text.ts';
import { PARAGRAPHS, sharedWords } from './editor/kit.ts';
import styles from './TextSectionEditor.module.css';

/** A text of a section, and whose it is; it need not be there before somebody writes in it. */
export interface EditedText {
  doc: Y.Doc;
  section: TextSection;
  id: string;
  voice: string | null;
}

export interface TextEditorProps {
  at: EditedText;
  label: string;
  placeholder?: string | undefined;
  testId: string;
  /** Somebody goes on writing here, or leaves. */
  onWriting(isWriting: boolean): void;
}

/** Writes one text of a section together with the others. */
export function TextEditor({ at, label, placeholder, testId, onWriting }: TextEditorProps) {
  const session = useSession();
  const id = useId();
  const [bound] = useState(() => new BoundText(placeOf(at)));
  const tell = (isWriting: boolean): void => {
    session.setPresence({ editing: isWriting ? { id: sectionPart(at.section), field: 'text' } : null });
    onWriting(isWriting);
  };
  const editor = useEditor({
    extensions: [...PARAGRAPHS, sharedWords(bound, session.undo)],
    content: bound.document(),
    injectCSS: false,
    editorProps: {
      transformPastedText: typedText,
      transformPastedHTML: (html) => withoutTables(typedText(html).replace(BREAK, '</p><p>')),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': id,
        dir: 'auto',
        lang: FIRST_LANGUAGE,
        // A translator would write its words into the plan.
        translate: 'no',
        'data-testid': testId,
        ...(placeholder ? { 'data-placeholder': placeholder } : {}),
      },
    },
    onFocus: () => tell(true),
    onBlur: () => tell(false),
  });
  useEffect(() => () => session.setPresence({ editing: null }), [session]);
  return (
    <>
      <EditorContent editor={editor} className={styles['editor']} data-here={sectionPart(at.section)} />
      <span id={id} hidden>
        {label}
      </span>
    </>
  );
}

/** A line break in pasted words; one that only ends a paragraph counts for nothing. */
const BREAK = /<br\b[^>]*>(?!\s*<\/)/gi;

/** A row of a pasted table is a paragraph, its cells are words apart. */
function withoutTables(html: string): string {
  return html
    .replace(/<\/t[dh]>(?=\s*<t[dh]\b)/gi, ' ')
    .replace(/<(\/?)tr\b[^>]*>/gi, '<$1div>')
    .replace(/<\/?(?:table|tbody|thead|tfoot|td|th)\b[^>]*>/gi, '');
}

/** The record is made with the first letter, apart from it: undoing the letter takes back no place of others. */
function placeOf({ doc, section, id, voice }: EditedText): ConstructorParameters<typeof BoundText>[0] {
  return {
    find() {
      const record = textRecord(doc, section, id);
      return (record && sharedText(record, 'text')) ?? null;
    },
    make: () => addText(doc, section, { id, voice }, ORIGIN.place),
  };
}
