import { useEffect, useRef, useState } from 'react';
import type { Transaction } from 'yjs';
import { flatten } from '#shared/documents/plan/goals.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { useDoc, usePlan, useSession, useStore, useT } from '../../app/context.ts';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import { type Change, changesOf } from '../words/changes.ts';

const BATCH_MS = 8_000;

/** A change and who made it, by name. */
type NamedChange = Change & { name: string };

/**
 * Tells screen readers what others have changed: politely, gathered every eight seconds, and never
 * while one is typing.
 */
export function ChangeAnnouncer() {
  const t = useT();
  const doc = useDoc();
  const session = useSession();
  const ready = useStore(session.plan.ready);
  const plan = useRef(usePlan());
  plan.current = usePlan();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!ready) {
      return undefined;
    }
    const gathered: NamedChange[] = [];
    const hear = (transaction: Transaction): void => {
      for (const change of changesOf(doc, transaction)) {
        const name = session.others.get().get(change.client)?.user.name;
        if (name !== undefined) {
          gathered.push({ ...change, name });
        }
      }
    };
    const tell = (): void => {
      if (gathered.length > 0 && !isTyping()) {
        setSaid(words(gathered.splice(0), plan.current, t));
      }
    };
    doc.on('afterTransaction', hear);
    const timer = setInterval(tell, BATCH_MS);
    return () => {
      doc.off('afterTransaction', hear);
      clearInterval(timer);
    };
  }, [doc, session, ready, t]);
  return (
    <VisuallyHidden>
      <span role="status" data-testid="others-changes">
        {said}
      </span>
    </VisuallyHidden>
  );
}

function isTyping(): boolean {
  const at = document.activeElement;
  return (
    at instanceof HTMLElement &&
    (at.isContentEditable || at.matches('textarea, input[type="text"], input:not([type])'))
  );
}

/** "Frau Wegner: Ziel 1.1, Stärken. Leon: Schritt 1.1.2." */
function words(changes: readonly NamedChange[], plan: Plan, t: Translate): string {
  const goals = flatten(plan.goals);
  const placeOf = ({ part, record }: Change): string => {
    const goal = part === 'goals' ? goals.find(({ id }) => id === record) : undefined;
    return goal
      ? t(`outline.level.${goal.level}`, { number: goal.number })
      : t(part.startsWith('text:') ? 'outline.changed.text' : placeKey(part));
  };
  const names = [...new Set(changes.map(({ name }) => name))];
  return names
    .map((name) => {
      const places = new Set(changes.filter((change) => change.name === name).map(placeOf));
      return t('outline.changed', { name, places: [...places].join(', ') });
    })
    .join(' ');
}

function placeKey(part: string) {
  return part === 'goals'
    ? 'outline.changed.goals'
    : part === 'resources'
      ? 'outline.changed.resources'
      : 'outline.changed.arrangements';
}
