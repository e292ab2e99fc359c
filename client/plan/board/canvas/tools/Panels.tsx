import { type FormEvent, useEffect, useRef } from 'react';
import { flatten } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource } from '#shared/documents/plan/resources.ts';
import { type ResourceDomain, resourceDomain } from '#shared/domain/codes.ts';
import type { BoardName } from '#shared/meeting/step.ts';
import { useDoc } from '../../../../app/context.ts';
import { onEscape } from '../../../../ui/composing.ts';
import { DomainIcon, domainColours } from '../../../cards/ResourceChip.tsx';
import { HelpPicker } from '../../../fields/HelpPicker.tsx';
import { useDraft } from '../../../fields/useDraft.ts';
import type { Words } from '../../../words/words.ts';
import type { AllActions } from '../useBoardActions.ts';
import { NEW_STRENGTH } from './drafts.ts';
import styles from './Panels.module.css';
import { WherePicker } from './WherePicker.tsx';

interface PanelsProps {
  actions: AllActions;
  words: Words;
  board: BoardName;
  selected: string | null;
}

/** The small panels over the board: "Wohin?", "Was hilft noch?", a new strength. */
export function Panels({ actions, words, board, selected }: PanelsProps) {
  const { panel } = actions;
  if (panel === null) {
    return null;
  }
  const close = (): void => {
    actions.show(null);
    if (panel.kind !== 'strength') {
      actions.goTo(panel.id);
    }
  };
  if (panel.kind === 'where') {
    return <WherePicker id={panel.id} board={board} words={words} onClose={close} />;
  }
  const goal =
    panel.kind === 'help' ? flatten(words.plan.goals).find(({ id }) => id === panel.id) : undefined;
  return (
    <div className={styles['panel']}>
      {goal ? <HelpPicker goal={goal} autoFocus onClose={close} /> : null}
      {panel.kind === 'strength' ? (
        <NewStrength words={words} goal={board === 'goals' ? selected : null} onClose={close} />
      ) : null}
    </div>
  );
}

interface NewStrengthProps {
  words: Words;
  /** The goal it helps with at once. */
  goal: string | null;
  onClose: () => void;
}

/** A name, and one of the four fields: that is all a new strength needs. */
function NewStrength({ words, goal, onClose }: NewStrengthProps) {
  const { t, plan } = words;
  const doc = useDoc();
  const [title, setTitle] = useDraft(NEW_STRENGTH);
  const input = useRef<HTMLInputElement>(null);
  const places = useRef<HTMLFieldSetElement>(null);
  useEffect(() => input.current?.focus(), []);
  const helps = flatten(plan.goals).filter(({ id, depth }) => id === goal && depth === 1);
  /** Put away by the person, or entered: nothing of it waits any more. */
  const leave = (): void => {
    setTitle('');
    onClose();
  };
  const add = (domain: ResourceDomain): void => {
    if (title.trim() === '') {
      input.current?.focus();
      return;
    }
    addResource(doc, { domain, title: title.trim(), supports: helps.map(({ id }) => id) }, ORIGIN.board);
    leave();
  };
  /** The words are there; where they belong is the next question. */
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (title.trim() !== '') {
      places.current?.querySelector('button')?.focus();
    }
  };
  return (
    <form className={styles['strength']} onSubmit={submit} onKeyDown={onEscape(leave)}>
      <label>
        {t('board.empty_resources')}
        <input
          ref={input}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          data-testid="strength-title"
        />
      </label>
      <fieldset ref={places}>
        <legend className={styles['question']}>{t('board.strength_where')}</legend>
        {resourceDomain.map((domain) => (
          <button key={domain} type="button" style={domainColours(domain)} onClick={() => add(domain)}>
            <DomainIcon domain={domain} />
            {t(`code.resourceDomain.${domain}`)}
          </button>
        ))}
      </fieldset>
      <button type="button" className={styles['cancel']} onClick={leave}>
        {t('board.where_close')}
      </button>
    </form>
  );
}
