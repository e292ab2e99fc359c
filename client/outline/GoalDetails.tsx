import { useState } from 'react';
import { goalKind, goalStatus, lifeArea, stepStatus } from '#shared/domain/codes.ts';
import {
  flatten,
  type Goal,
  type GoalFields,
  goalRecord,
  moveGoal,
  removeGoal,
  setGoalField,
  setScale,
} from '#shared/plan/goals.ts';
import { ORIGIN, sharedText } from '#shared/plan/records.ts';
import { linkResource } from '#shared/plan/resources.ts';
import { useDoc, usePlan, useT, useView, useWritable } from '../app/context.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { ResourceChip } from '../ui/cards/ResourceChip.tsx';
import { ScaleLine } from '../ui/cards/ScaleLine.tsx';
import { Sign } from '../ui/cards/Sign.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { Choice, PeopleChoice, PersonChoice, ValueField } from './fields.tsx';
import styles from './GoalDetails.module.css';
import { HelpPicker } from './HelpPicker.tsx';
import { hintsFor } from './hints.ts';
import { ArrowDown, ArrowLeft, ArrowUp, ListEnd, ListStart, Trash2, X } from './icons.ts';
import { ScalePicker } from './ScalePicker.tsx';
import { SharedTextField } from './SharedTextField.tsx';
import { type MoveDirection, moveFor } from './tree-moves.ts';
import { goalLabel, helpsOf, scaleValues } from './words.ts';

export interface GoalDetailsProps {
  id: string;
  /** Back to the list. Without it the details stand beside the list. */
  onBack?: (() => void) | undefined;
  onRemoved?: (() => void) | undefined;
}

/** Everything about one goal: wording, who, until when, how it is noticed, scale, help. */
export function GoalDetails({ id, onBack, onRemoved }: GoalDetailsProps) {
  const t = useT();
  const { goals } = usePlan();
  const goal = flatten(goals).find((candidate) => candidate.id === id);
  if (!goal) {
    return (
      <section className={styles['details']}>
        {onBack ? <BackButton onBack={onBack} /> : null}
        <p className={styles['quiet']}>{t('outline.not_on_table')}</p>
      </section>
    );
  }
  return (
    <section className={styles['details']} aria-label={goalLabel(goal, t)} data-testid="goal-details">
      {onBack ? <BackButton onBack={onBack} /> : null}
      <h3 className={styles['title']} data-level={goal.level}>
        {goal.level === 'handlungsschritt' ? null : (
          <Sign kind={goal.level === 'richtungsziel' ? 'direction' : 'action'} />
        )}
        {goalLabel(goal, t)}
      </h3>
      <Wordings goal={goal} />
      <Hints goal={goal} />
      <WhoAndWhen goal={goal} />
      {goal.level === 'handlungsziel' ? (
        <>
          <Notice goal={goal} />
          <Scale goal={goal} />
          <Helps goal={goal} />
        </>
      ) : null}
      <State goal={goal} />
      <Moves goal={goal} onRemoved={onRemoved ?? onBack} />
    </section>
  );
}

function BackButton({ onBack }: { onBack: () => void }) {
  const t = useT();
  return (
    <Button
      size="small"
      variant="ghost"
      icon={<ArrowLeft />}
      onClick={onBack}
      className={styles['back']}
      data-testid="goal-details-back"
    >
      {t('outline.to_list')}
    </Button>
  );
}

interface PartProps {
  goal: Goal;
}

/** Writes one field of a goal as a change in the list. */
function useField(goal: Goal): <K extends keyof GoalFields>(key: K, value: GoalFields[K]) => void {
  const doc = useDoc();
  return (key, value) => setGoalField(doc, goal.id, key, value, ORIGIN.list);
}

/** What was said, and what all have agreed on. */
function Wordings({ goal }: PartProps) {
  const t = useT();
  const doc = useDoc();
  const readOnly = !useWritable('goals');
  const set = useField(goal);
  const record = goalRecord(doc, goal.id);
  const own = record && sharedText(record, 'textOwn');
  const agreed = record && sharedText(record, 'textAgreed');
  const [wanted, setWanted] = useState(false);
  const showAgreed = wanted || (agreed?.length ?? 0) > 0;
  return (
    <div className={styles['part']}>
      <SharedTextField
        text={own}
        at={{ id: goal.id, field: 'textOwn' }}
        label={t('outline.own_words')}
        placeholder={t(`outline.placeholder.${goal.level}`)}
        readOnly={readOnly}
        testId="goal-own"
      />
      {showAgreed ? (
        <SharedTextField
          text={agreed}
          at={{ id: goal.id, field: 'textAgreed' }}
          label={t('outline.agreed')}
          readOnly={readOnly}
          autoFocus={wanted}
          testId="goal-agreed"
        />
      ) : readOnly ? null : (
        <button
          type="button"
          className={styles['link']}
          onClick={() => setWanted(true)}
          data-testid="goal-agree"
        >
          {t('outline.add_agreed')}
        </button>
      )}
      {goal.level === 'handlungsschritt' ? null : (
        <PersonChoice
          label={t('outline.whose_wish')}
          value={goal.voice}
          none={t('outline.nobody_named')}
          onChange={(value) => set('voice', value)}
          disabled={readOnly}
        />
      )}
    </div>
  );
}

/** Quiet questions about the wording; never a block, never a red mark. */
function Hints({ goal }: PartProps) {
  const t = useT();
  const { meeting } = useView();
  const hints = hintsFor(goal);
  return hints.length === 0 ? null : (
    <ul className={styles['hints']} aria-label={t('outline.hints')} data-testid="goal-hints">
      {hints.map((hint) => (
        <li key={hint}>{t(`outline.hint.${hint}`, { name: meeting.childName })}</li>
      ))}
    </ul>
  );
}

function WhoAndWhen({ goal }: PartProps) {
  const t = useT();
  const disabled = !useWritable('goals');
  const set = useField(goal);
  if (goal.level === 'richtungsziel') {
    return (
      <div className={styles['part']}>
        <Choice
          label={t('outline.life_area')}
          value={goal.lifeArea}
          none={t('outline.none_yet')}
          options={lifeArea.map((value) => ({ value, label: t(`code.lifeArea.${value}`) }))}
          onChange={(value) => set('lifeArea', value)}
          disabled={disabled}
        />
      </div>
    );
  }
  return (
    <div className={styles['part']}>
      <PersonChoice
        label={t('outline.who')}
        value={goal.responsible}
        onChange={(value) => set('responsible', value)}
        disabled={disabled}
        testId="goal-who"
      />
      <PeopleChoice
        label={t('outline.with_whom')}
        value={goal.supporters}
        without={goal.responsible}
        onChange={(value) => set('supporters', value)}
        disabled={disabled}
        testId="goal-with"
      />
      <div className={styles['pair']}>
        <ValueField
          type="date"
          label={t('outline.until_when')}
          value={goal.dueDate}
          onChange={(value) => set('dueDate', value)}
          disabled={disabled}
          testId="goal-until"
        />
        <ValueField
          label={t('outline.how_often')}
          value={goal.recurrence}
          placeholder={t('outline.how_often_example')}
          onChange={(value) => set('recurrence', value)}
          disabled={disabled}
          testId="goal-often"
        />
      </div>
    </div>
  );
}

function Notice({ goal }: PartProps) {
  const t = useT();
  const doc = useDoc();
  const record = goalRecord(doc, goal.id);
  return (
    <div className={styles['part']}>
      <SharedTextField
        text={record && sharedText(record, 'indicator')}
        at={{ id: goal.id, field: 'indicator' }}
        label={t('outline.how_noticed')}
        readOnly={!useWritable('goals')}
        testId="goal-indicator"
      />
    </div>
  );
}

/** Everybody's own value of today, side by side. */
function Scale({ goal }: PartProps) {
  const t = useT();
  const doc = useDoc();
  const { persons, me } = useView();
  const disabled = !useWritable('goals');
  const set = useField(goal);
  const [whose, setWhose] = useState<string | null>(goal.voice ?? me.person?.id ?? persons[0]?.id ?? null);
  const name = persons.find((person) => person.id === whose)?.name ?? '';
  return (
    <div className={styles['part']}>
      <h4 className={styles['heading']}>{t('outline.scale')}</h4>
      <div className={styles['scale']}>
        <ScaleLine values={scaleValues(goal, persons)} target={goal.target} />
      </div>
      {disabled ? null : (
        <>
          <PersonChoice
            label={t('outline.scale_whose')}
            value={whose}
            onChange={setWhose}
            testId="goal-scale-who"
          />
          {whose === null ? null : (
            <ScalePicker
              compact
              label={t('outline.scale_of', { name })}
              value={goal.scales[whose] ?? null}
              before={goal.before?.scales[whose] ?? null}
              target={goal.target}
              onChange={(value) => setScale(doc, goal.id, whose, value, ORIGIN.list)}
              testId="goal-scale"
            />
          )}
          <Choice
            label={t('outline.target')}
            value={goal.target === null ? null : String(goal.target)}
            none={t('outline.none_yet')}
            options={Array.from({ length: 11 }, (_, value) => ({
              value: String(value),
              label: String(value),
            }))}
            onChange={(value) => set('target', value === null ? null : Number(value))}
          />
        </>
      )}
    </div>
  );
}

function Helps({ goal }: PartProps) {
  const t = useT();
  const doc = useDoc();
  const { resources } = usePlan();
  const writable = useWritable('resources');
  const helps = helpsOf(goal.id, resources);
  return (
    <div className={styles['part']}>
      {helps.length > 0 ? <h4 className={styles['heading']}>{t('outline.helps')}</h4> : null}
      <ul className={styles['helps']}>
        {helps.map((resource) => (
          <li key={resource.id}>
            <ResourceChip domain={resource.domain} title={resource.title} />
            {writable ? (
              <IconButton
                size="small"
                icon={<X />}
                label={t('outline.unlink', { title: resource.title })}
                onClick={() => linkResource(doc, resource.id, goal.id, false, ORIGIN.list)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {writable ? <HelpPicker goal={goal} /> : null}
    </div>
  );
}

function State({ goal }: PartProps) {
  const t = useT();
  const disabled = !useWritable('goals');
  const set = useField(goal);
  const options =
    goal.level === 'handlungsschritt'
      ? stepStatus.map((value) => ({ value, label: t(`code.stepStatus.${value}`) }))
      : goalStatus.map((value) => ({ value, label: t(`code.goalStatus.${value}`) }));
  return (
    <div className={styles['part']}>
      <div className={styles['pair']}>
        <Choice<Goal['status']>
          label={t('outline.state')}
          value={goal.status}
          options={options}
          onChange={(value) => value && set('status', value)}
          disabled={disabled}
          testId="goal-status"
        />
        {goal.level === 'handlungsziel' ? (
          <Choice
            label={t('outline.kind')}
            value={goal.kind}
            options={goalKind.map((value) => ({ value, label: t(`code.goalKind.${value}`) }))}
            onChange={(value) => value && set('kind', value)}
            disabled={disabled}
          />
        ) : null}
      </div>
    </div>
  );
}

const MOVES = [
  ['up', ArrowUp],
  ['down', ArrowDown],
  ['in', ListEnd],
  ['out', ListStart],
] as const satisfies readonly (readonly [MoveDirection, unknown])[];

/** Moving without dragging, and taking from the table. */
function Moves({ goal, onRemoved }: PartProps & { onRemoved: (() => void) | undefined }) {
  const t = useT();
  const doc = useDoc();
  const { goals } = usePlan();
  const { me } = useView();
  const [said, setSaid] = useState('');
  if (!useWritable('goals')) {
    return null;
  }
  const move = (direction: MoveDirection): void => {
    const target = moveFor(goals, goal.id, direction);
    if (typeof target === 'string') {
      setSaid(t(`outline.no_move.${target}`));
    } else {
      moveGoal(doc, goal.id, target.parentId, ORIGIN.list, target.after);
      setSaid('');
    }
  };
  return (
    <div className={styles['part']}>
      <div className={styles['moves']}>
        {MOVES.map(([direction, Icon]) => (
          <Button
            key={direction}
            size="small"
            variant="quiet"
            icon={<Icon />}
            onClick={() => move(direction)}
            data-testid={`goal-move-${direction}`}
          >
            {t(`outline.move.${direction}`)}
          </Button>
        ))}
        <Button
          size="small"
          variant="quiet"
          icon={<Trash2 />}
          onClick={() => {
            removeGoal(doc, goal.id, me.person?.id ?? '', ORIGIN.list);
            onRemoved?.();
          }}
          data-testid="goal-remove"
        >
          {t('outline.remove')}
        </Button>
      </div>
      {said === '' ? (
        <VisuallyHidden>
          <span role="status" />
        </VisuallyHidden>
      ) : (
        <p role="status" className={styles['quiet']}>
          {said}
        </p>
      )}
    </div>
  );
}
