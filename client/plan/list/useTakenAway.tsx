import { type ReactNode, useState } from 'react';
import { useDoc, usePlan } from '../../app/context.ts';
import { OFF_TABLE, type OffTablePart } from './off-table.ts';
import { TakenAway } from './TakenAway.tsx';

/** What was taken from the table, with its words then. */
export interface Taken {
  id: string;
  sentence: string;
}

/**
 * What was taken from the table last from this place: a line with the way back while it is off the table,
 * and what to tell when something is taken.
 */
export function useTakenAway(
  of: OffTablePart,
  onBack?: (id: string) => void,
): [ReactNode, (taken: Taken) => void] {
  const doc = useDoc();
  // The plan says when to look again.
  usePlan();
  const [taken, setTaken] = useState<Taken | null>(null);
  const isAway = taken !== null && OFF_TABLE[of].list(doc).some(({ id }) => id === taken.id);
  const line = isAway ? (
    <TakenAway
      sentence={taken.sentence}
      onBack={() => {
        OFF_TABLE[of].bringBack(doc, taken.id);
        onBack?.(taken.id);
      }}
      onClose={() => setTaken(null)}
    />
  ) : null;
  return [line, setTaken];
}
