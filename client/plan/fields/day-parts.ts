import { CalendarDate } from '@internationalized/date';
import { type ContextType, useContext, useEffect, useRef } from 'react';
import { DateFieldStateContext } from 'react-aria-components';
import { isPlausibleDay } from '#shared/domain/plausible-day.ts';

/** What is wrong with a day as it is written; null where it is whole, or nothing. */
export type DayProblem = 'part' | 'impossible' | null;

type State = NonNullable<ContextType<typeof DateFieldStateContext>>;

/** Signs that only keep the parts of a day in their order. */
const ISOLATES = /[\u2066-\u2069]/g;
const BETWEEN_PARTS = /[^\p{L}\p{N}]+/u;

/** The parts of a day that was kept, as numbers; NaN where one is missing. */
function partsOf(kept: string): number[] {
  return kept === '' ? [] : kept.split(BETWEEN_PARTS).filter(Boolean).map(Number);
}

/** What was wrong with a day that was kept. */
export function problemOf(kept: string): DayProblem {
  const parts = partsOf(kept);
  return parts.length === 0 ? null : parts.some(Number.isNaN) ? 'part' : 'impossible';
}

const partsIn = ({ segments }: State): State['segments'] => segments.filter(({ isEditable }) => isEditable);
const isMissing = ({ isPlaceholder }: State['segments'][number]): boolean => isPlaceholder;

/** What stands in the field, where that is no day there can be; otherwise nothing. */
function unfinished(state: State): string {
  const parts = partsIn(state);
  const missing = parts.filter(isMissing).length;
  if (missing === parts.length || (missing === 0 && isPossible(parts))) {
    return '';
  }
  return state.segments
    .map(({ text }) => text)
    .join('')
    .replace(ISOLATES, '');
}

function isPossible(parts: State['segments']): boolean {
  const of = (wanted: string): number => parts.find(({ type }) => type === wanted)?.value ?? 0;
  const day = new CalendarDate(of('year'), of('month'), of('day'));
  // A day that its month has not becomes another one here.
  return day.day === of('day') && isPlausibleDay(day.toString());
}

interface KeptPartsProps {
  kept: string;
  /** What stands there now where that is no day; whether all of it was erased. */
  onStands: (words: string, isErased: boolean) => void;
  /** Counts how often what was kept has to be put back into the field. */
  again: number;
  /** While it is put back, nobody writes. */
  isPuttingBack: { current: boolean };
}

/**
 * Keeps what stands in the field around it while that is no day, and puts it back where the field was
 * away meanwhile, or its library has made another day of it.
 */
export function KeptParts({ kept, onStands, again, isPuttingBack }: KeptPartsProps): null {
  const state = useContext(DateFieldStateContext);
  const told = useRef(kept);
  const left = useRef({ again, parts: partsOf(kept) });
  if (left.current.again !== again) {
    left.current = { again, parts: partsOf(kept) };
  }
  useEffect(() => {
    if (!state || state.isDisabled || putBackNext(state, left.current.parts, isPuttingBack)) {
      return;
    }
    const words = unfinished(state);
    if (words !== told.current) {
      told.current = words;
      onStands(words, partsIn(state).every(isMissing));
    }
  });
  return null;
}

/** Puts one part back, for the library takes one at a time; false when all stand there. */
function putBackNext(state: State, left: number[], isPuttingBack: { current: boolean }): boolean {
  const parts = partsIn(state);
  while (left.length > 0) {
    const segment = parts[parts.length - left.length];
    const value = left.shift();
    if (segment && value !== undefined && !Number.isNaN(value)) {
      isPuttingBack.current = true;
      state.setSegment(segment.type, value);
      isPuttingBack.current = false;
      return true;
    }
  }
  return false;
}
