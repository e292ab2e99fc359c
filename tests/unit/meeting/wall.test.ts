import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addGoal,
  type GoalBefore,
  readGoals,
  setGoalField,
  setGoalText,
} from '#shared/documents/plan/goals.ts';
import { partMap } from '#shared/documents/plan/roots.ts';
import { clockOf } from '#shared/meeting/bar.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { readingPages } from '../../../client/meeting/wall/pages.ts';
import { reviewAt, reviewed } from '../../../client/meeting/wall/review.ts';
import { changedRecords } from '../../../client/plan/board/fresh.ts';
import { goalsOf } from '../plan/board/arbitraries.ts';
import { EMPTY_CONTENT } from '../protocol/content.ts';
import { germanReport } from '../protocol/report/german.ts';

const before: GoalBefore = {
  version: '1.0',
  date: '2025-09-16',
  number: '1.1',
  text: 'alt',
  dueDate: null,
  status: 'vereinbart',
  target: null,
  scales: {},
};

describe('clock of the shared screen', () => {
  const start = '2026-03-10T16:00:00Z';
  const at = (minutes: number): number => clockOf(start, 20, Date.parse(start) + minutes * 60_000).minutes;

  it('[BO14] tells whole minutes, never less than none and never more than the step has', () => {
    expect(at(0)).toBe(20);
    expect(at(11.2)).toBe(9);
    expect(at(19.9)).toBe(1);
    expect(at(20)).toBe(0);
    expect(at(90)).toBe(0);
    expect(at(-3)).toBe(20);
  });
});

describe('review on the shared screen', () => {
  const { doc } = goalsOf({
    goals: [
      {
        id: 'r1',
        textOwn: 'eins',
        children: [
          { id: 'h1', textOwn: 'a', before, children: [{ id: 's1', textOwn: 'x', before, children: [] }] },
          { id: 'h2', textOwn: 'b', before, children: [] },
          { id: 'h3', textOwn: 'neu', children: [] },
        ],
      },
    ],
  });

  it('[BO15] goes through the goals of the last version, first the one nobody has spoken about', () => {
    setGoalField(doc, 'h1', 'result', 'erreicht', 'list');
    const goals = reviewed(readGoals(doc));
    expect(goals.map(({ id }) => id)).toEqual(['h1', 'h2']);
    expect(reviewAt(goals, null)).toBe(1);
  });

  it('[BO15] follows the goal or step that the facilitator has selected', () => {
    const goals = reviewed(readGoals(doc));
    expect(reviewAt(goals, 's1')).toBe(0);
    expect(reviewAt(goals, 'unknown')).toBe(1);
  });
});

describe('what others have just changed', () => {
  function watch(doc: Y.Doc): Map<string, number>[] {
    const seen: Map<string, number>[] = [];
    partMap(doc, 'goals').observeDeep((events, transaction) => {
      seen.push(changedRecords(events as Y.YEvent<Y.AbstractType<unknown>>[], transaction));
    });
    return seen;
  }

  it('[BO13] names the record and its writer, for new goals and for words', () => {
    const { doc } = goalsOf({ goals: [{ id: 'r1', textOwn: 'eins', children: [] }] });
    const other = new Y.Doc();
    other.clientID = 77;
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const seen = watch(doc);
    other.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update));
    setGoalText(other, 'r1', 'textOwn', 'eins und zwei', 'list');
    const added = addGoal(other, 'r1', { id: 'h1', textOwn: 'neu' }, 'list');
    expect(added).toEqual({ id: 'h1' });
    expect(seen).toEqual([new Map([['r1', 77]]), new Map([['h1', 77]])]);
  });
});

describe('reading version on the shared screen', () => {
  const DONE = { status: 'erledigt' as const };
  const step = (id: string) => ({
    id,
    number: '1.1.1',
    text: 'Schritt '.repeat(20).trim(),
    status: 'offen' as const,
  });
  const content: ProtocolContent = {
    ...EMPTY_CONTENT,
    leitziel: 'Zusammen',
    persons: [{ id: 'child', name: 'Leon', initials: 'Le', fullName: 'Leon W.', roles: [] }],
    texts: [{ section: 'sicht_kind', paragraphs: ['Zu selten.'] }],
    goals: [
      {
        id: 'r1',
        number: '1',
        text: 'Ruhig',
        status: 'vereinbart' as const,
        goals: Array.from({ length: 5 }, (_, index) => ({
          id: `h${index}`,
          number: `1.${index + 1}`,
          text: 'Ziel',
          kind: 'veraenderungsziel' as const,
          status: 'vereinbart' as const,
          steps: [step(`s${index}a`), { ...step(`s${index}b`), ...(index === 2 ? DONE : {}) }],
        })),
      },
    ],
    agreements: ['Wir rufen an.'],
  };
  const pages = readingPages(germanReport(content));

  it('[BO16] shows every sentence once, in the order of the protocol', () => {
    expect(pages[0]?.title).toBe('Wie Leon es sieht');
    expect(pages[1]?.title).toBe('Leitziel');
    const lines = pages.flatMap((page) => page.lines);
    const keys = lines.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(lines.filter(({ kind }) => kind === 'step')).toHaveLength(10);
    expect(lines.at(-1)?.text).toBe('Wir rufen an.');
  });

  it('[BO16] ticks the steps that are done, and opens the page of what is selected', () => {
    const lines = pages.flatMap((page) => page.lines);
    expect(lines.filter(({ done }) => done).map(({ key }) => key)).toEqual(['s2b']);
    expect(pages.filter((page) => page.lines.some(({ key }) => key === 's4a'))).toHaveLength(1);
  });

  it('[BO16] goes on on the next page before a page gets too high, and keeps a label with its goal', () => {
    expect(pages.filter(({ title }) => title === 'Richtungsziel 1').length).toBeGreaterThan(1);
    for (const { lines } of pages) {
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.at(-1)?.kind).not.toBe('label');
    }
  });
});
