import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import { useView } from '../../../app/context.ts';
import { isWriting } from '../writing.ts';

export interface ShownStep {
  /** The step that is shown: the meeting's, or the one somebody still writes in. */
  shown: MeetingPhase;
  /** What holds the fields of the step. */
  place: RefObject<HTMLDivElement | null>;
  goAlong(): void;
}

/** Follows the meeting, but takes no field away from who writes in it: who leaves the field goes along (UI133). */
export function useShownStep(): ShownStep {
  const { phase } = useView();
  const [shown, setShown] = useState(phase);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fields = place.current;
    const left = ({ relatedTarget, target }: FocusEvent): void => {
      const staysHere = relatedTarget instanceof Node && fields?.contains(relatedTarget) === true;
      // A page that is put away keeps its field the active one: a call that comes in is no leaving.
      if (!staysHere && target !== document.activeElement) {
        setShown(phase);
      }
    };
    if (!isWriting(fields)) {
      setShown(phase);
    }
    fields?.addEventListener('focusout', left);
    return () => fields?.removeEventListener('focusout', left);
  }, [phase]);
  return { shown, place, goAlong: () => setShown(phase) };
}
