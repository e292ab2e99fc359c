import { type KeyboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { typedLine, typedText } from '#shared/domain/typed-text.ts';
import { FIRST_LANGUAGE } from '#shared/i18n/language.ts';
import { useSession } from '../../app/context.ts';
import { asHighAsText, keepAsHighAsText } from '../../ui/as-high-as-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { cx } from '../../ui/cx.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { undoCommand } from '../list/keys/keys.ts';
import { bindField } from './bind-field.ts';
import styles from './SharedTextField.module.css';

export interface SharedTextFieldProps {
  /** The shared text; undefined while its record is not there. */
  text: Y.Text | undefined;
  /** Which record and field this is: others see who writes here. Absent: nobody else does. */
  at?: { id: string; field: string } | undefined;
  /** Accessible name; shown above the field unless `bare`. */
  label: string;
  placeholder?: string | undefined;
  hint?: string | undefined;
  /** Static words instead of a field, for who may not write here now. */
  readOnly?: boolean | undefined;
  /** Without label and edge: the field stands in a card or a row. */
  bare?: boolean | undefined;
  /** One sentence: Enter ends it and no line breaks get in. */
  sentence?: boolean | undefined;
  autoFocus?: boolean | undefined;
  /** Enter in a sentence, or Escape. */
  onDone?: ((how: 'enter' | 'escape') => void) | undefined;
  /** Sees keys first; `preventDefault` keeps them from the field. */
  onKey?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
  onLeave?: (() => void) | undefined;
  className?: string | undefined;
  testId?: string | undefined;
}

/** A text that several people may type into at once. Who may not write reads it as plain words. */
export function SharedTextField(props: SharedTextFieldProps) {
  const { text, label, hint, readOnly = false, bare = false, className } = props;
  const id = useId();
  if (text === undefined) {
    return null;
  }
  const control = readOnly ? (
    <StaticText {...props} text={text} />
  ) : (
    <Control id={id} {...props} text={text} />
  );
  return bare ? (
    control
  ) : (
    <div className={cx(styles['field'], className)}>
      {readOnly ? (
        <p className={styles['label']}>{label}</p>
      ) : (
        <label htmlFor={id} className={styles['label']}>
          {label}
        </label>
      )}
      {control}
      {hint && !readOnly ? <p className={styles['hint']}>{hint}</p> : null}
    </div>
  );
}

function StaticText({ text, bare, className }: SharedTextFieldProps & { text: Y.Text }) {
  const words = text.toString();
  return (
    <p {...ofPlan(words)} className={cx(styles['static'], bare && className)}>
      {words === '' ? '–' : words}
    </p>
  );
}

function Control(props: SharedTextFieldProps & { text: Y.Text; id: string }) {
  const { text, id, at, label, placeholder, bare, autoFocus, className, testId } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const session = useSession();
  const tell = (editing: typeof at | null): void => {
    if (at) {
      session.setPresence({ editing: editing ?? null });
    }
  };
  useBinding(field, text, props.sentence === true);
  useFirstFocus(field, autoFocus === true);
  // Whoever leaves the field by its disappearing writes no longer either.
  useEffect(() => () => session.setPresence({ editing: null }), [session]);
  return (
    <>
      <textarea
        ref={field}
        id={id}
        rows={1}
        dir="auto"
        placeholder={placeholder}
        // What stands in it is in the plan's language, and so would be an attribute.
        aria-labelledby={bare ? `${id}-label` : undefined}
        data-testid={testId}
        className={cx(styles['control'], bare && styles['bare'], bare && className)}
        onFocus={() => tell(at)}
        onBlur={() => {
          tell(null);
          props.onLeave?.();
        }}
        onKeyDown={(event) => onKeyDown(event, props, session.undo)}
      />
      {bare ? (
        <span id={`${id}-label`} hidden>
          {label}
        </span>
      ) : null}
    </>
  );
}

function onKeyDown(
  event: KeyboardEvent<HTMLTextAreaElement>,
  { onKey, onDone, sentence }: SharedTextFieldProps,
  undo: { undo(): void; redo(): void },
): void {
  event.stopPropagation();
  if (isComposing(event.nativeEvent)) {
    return;
  }
  onKey?.(event);
  if (event.defaultPrevented) {
    return;
  }
  const command = undoCommand(event);
  if (command) {
    event.preventDefault();
    undo[command.do]();
  } else if (event.key === 'Escape' && onDone) {
    event.preventDefault();
    onDone('escape');
  } else if (event.key === 'Enter' && sentence) {
    event.preventDefault();
    onDone?.('enter');
  }
}

function useBinding(field: RefObject<HTMLTextAreaElement | null>, text: Y.Text, sentence: boolean): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) {
      return undefined;
    }
    return bindField(element, text, {
      origin: ORIGIN.list,
      clean: sentence ? typedLine : typedText,
      changed: () => {
        sayLanguage(element);
        asHighAsText(element);
      },
    });
  }, [field, text, sentence]);
  useEffect(() => {
    const element = field.current;
    return element ? keepAsHighAsText(element) : undefined;
  }, [field]);
}

/** Puts the caret at the end, where one goes on writing. */
function useFirstFocus(field: RefObject<HTMLTextAreaElement | null>, wanted: boolean): void {
  useEffect(() => {
    const element = field.current;
    if (wanted && element) {
      element.focus();
      element.setSelectionRange(element.value.length, element.value.length);
    }
  }, [field, wanted]);
}

/** A text is in the language of the plan once there is some: the hint is of the page. */
function sayLanguage(element: HTMLTextAreaElement): void {
  element.toggleAttribute('lang', element.value !== '');
  if (element.value !== '') {
    element.lang = FIRST_LANGUAGE;
  }
}
