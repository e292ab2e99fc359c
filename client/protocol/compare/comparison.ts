import { compareVersions, type Fate, type GoalFate } from '#shared/protocol/compare.ts';
import { readable } from '#shared/protocol/report/readable.ts';
import type { ProtocolActionGoal, ProtocolContent } from '#shared/protocol/schema.ts';

/** Which rows are shown. */
export type Filter = 'all' | 'changed' | 'child';

/** What changed or was dropped first; what goes on as it was last. */
const PLACE: Record<Fate, number> = { geaendert: 0, beendet: 1, neu: 2, erreicht: 3, laeuft_weiter: 4 };

/**
 * The rows of a comparison: every Handlungsziel, and of directions and steps those that are not
 * what they were. A step that goes on is not news.
 */
export function comparedRows(before: ProtocolContent, after: ProtocolContent, filter: Filter): GoalFate[] {
  return compareVersions(readable(before), readable(after))
    .filter((row) => depthOf(row) === 1 || row.fate !== 'laeuft_weiter')
    .filter((row) => filter !== 'changed' || row.fate !== 'laeuft_weiter')
    .filter((row) => filter !== 'child' || concerns(row, after.head.child))
    .map((row, place) => ({ row, place }))
    .sort((a, b) => PLACE[a.row.fate] - PLACE[b.row.fate] || a.place - b.place)
    .map(({ row }) => row);
}

/** 0 Richtungsziel, 1 Handlungsziel, 2 step. */
export function depthOf({ before, after }: GoalFate): number {
  return (after ?? before)?.depth ?? 0;
}

/** The number under which a goal is known now, or was. */
export function numberOf({ before, after }: GoalFate): string {
  return (after ?? before)?.goal.number ?? '';
}

function concerns(row: GoalFate, personId: string): boolean {
  return [row.before, row.after].some((placed) => {
    const goal = placed?.goal as Partial<ProtocolActionGoal> | undefined;
    return (
      goal?.voice === personId ||
      goal?.responsible === personId ||
      (goal?.supporters?.includes(personId) ?? false)
    );
  });
}
