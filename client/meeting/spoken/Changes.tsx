import { useEffect, useRef, useState } from 'react';
import type { Transaction } from 'yjs';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { useDoc, useSession, useStore, useT, useView } from '../../app/context.ts';
import { heard } from '../../app/device/heard.ts';
import { type Change, changesOf } from '../../plan/words/changes.ts';
import { useIsTyping } from '../../ui/useIsTyping.ts';
import { changeWords, type NamedChange } from './change-words.ts';
import { isHere } from './here.ts';
import { NOTHING_SAID, Region, sayNext } from './Region.tsx';

/** What is gathered before it is told. */
const BATCH_MS = 8_000;
const LOOK_MS = 500;

/**
 * Tells screen readers what others have changed, with the words as they are now: politely, gathered,
 * and never while one is typing. How much of it is told is chosen on the device.
 */
export function Changes() {
  const t = useT();
  const { meeting } = useView();
  const gathered = useOthersChanges();
  const isTyping = useIsTyping();
  const doc = useDoc();
  const [said, setSaid] = useState(NOTHING_SAID);
  useEffect(() => {
    const tell = (): void => {
      const { changes } = gathered;
      if (changes.length === 0 || performance.now() - gathered.since < BATCH_MS || isTyping()) {
        return;
      }
      const words = changeWords(changes.splice(0).filter(isWanted), {
        t,
        plan: readPlan(doc),
        childName: meeting.childName,
      });
      if (words.length > 0) {
        setSaid(sayNext(words));
      }
    };
    const timer = setInterval(tell, LOOK_MS);
    return () => clearInterval(timer);
  }, [doc, gathered, isTyping, meeting.childName, t]);
  return <Region said={said} testId="others-changes" />;
}

function isWanted(change: Change): boolean {
  const choice = heard.get();
  return choice === 'all' || (choice === 'here' && isHere(change));
}

interface Gathered {
  changes: NamedChange[];
  /** When the first of them came. */
  since: number;
}

/** Gathers what others change, with their names. */
function useOthersChanges(): Gathered {
  const doc = useDoc();
  const session = useSession();
  const ready = useStore(session.plan.ready);
  const gathered = useRef<Gathered>({ changes: [], since: 0 });
  useEffect(() => {
    if (!ready) {
      return undefined;
    }
    const hear = (transaction: Transaction): void => {
      for (const change of changesOf(doc, transaction)) {
        const name = session.others.get().get(change.client)?.user.name;
        const { changes } = gathered.current;
        if (name !== undefined) {
          if (changes.length === 0) {
            gathered.current.since = performance.now();
          }
          changes.push({ ...change, name });
        }
      }
    };
    doc.on('afterTransaction', hear);
    return () => doc.off('afterTransaction', hear);
  }, [doc, session, ready]);
  return gathered.current;
}
