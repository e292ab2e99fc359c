import fc from 'fast-check';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { flatten, type Goal } from '#shared/documents/plan/goals.ts';
import type { TextSection } from '#shared/documents/plan/roots.ts';
import { translatorFor } from '#shared/i18n/every-locale.ts';
import { StaticSection } from '../../../../client/meeting/sections/TextSectionEditor.tsx';
import { readingPages } from '../../../../client/meeting/wall/pages.ts';
import { Quotes } from '../../../../client/meeting/wall/WallQuotes.tsx';
import { WallTexts } from '../../../../client/meeting/wall/WallTexts.tsx';
import type { GoalLayout } from '../../../../client/plan/board/layout/index.ts';
import { Wordings } from '../../../../client/plan/list/details/Wordings.tsx';
import { germanReport } from '../report/german.ts';
import { ownPageText, pageText, paperSections, previewText, textOf, wallText } from '../report/renderers.ts';
import { atTable, LINE, nameOf, OWN, PERSONS, type Table, tableOf, tables, type Written } from './table.ts';

/** How own words are told: by whom they are said, and who else is named with them. */
interface Told {
  speaker: string | null;
  named: string[];
}

const names = PERSONS.map(({ name }) => name);
const namesIn = (text: string): string[] =>
  names.filter((name) => new RegExp(`${name.replace(/^Herr /, 'Herrn? ')}\\b`).test(text));
const sorted = (found: readonly (string | null)[]): string[] =>
  [...new Set(found.filter((name) => name !== null))].sort();

/** A line of a document: "Leon: „…“", "„…“ (aufgeschrieben von Frau Seidel, Wunsch von Leon)". */
function inLine(text: string, words: string): Told | null {
  const line = text.split('\n').find((one) => one.includes(`„${words}“`));
  const [before = '', after = ''] = line?.split(`„${words}“`) ?? [];
  return line === undefined
    ? null
    : { speaker: before.replace(/: $/, '') || null, named: sorted(namesIn(after)) };
}

/** Beside the goals on the shared screen. */
function onWall(table: Table, words: string): Told | null {
  const goal = table.plan.goals[0] as Goal;
  const card = {
    key: goal.id,
    kind: 'direction',
    look: { density: 'focus' },
    goal,
    x: 0,
    y: 0,
    width: 400,
    height: 50,
  };
  const layout = { cards: [card], height: 5_000 } as unknown as GoalLayout;
  const said = { t: translatorFor('de', 'neutral'), locale: 'de-DE', plan: table.plan, persons: PERSONS };
  const markup = atTable(table, createElement(Quotes, { layout, words: said, space: 5_000 }));
  const quote = markup.split('<blockquote').find((one) => one.includes(`„${words}“`));
  const [before = '', after = ''] = textOf(quote ?? '').split(`„${words}“`);
  const speaker = /^\s*(.+) sagt: *$/m.exec(before)?.[1] ?? null;
  return quote === undefined ? null : { speaker, named: sorted(namesIn(after)) };
}

/** In the details of the list nobody speaks: who has written it is said below. */
function inList(table: Table, goal: Goal): string[] {
  const markup = atTable(table, createElement(Wordings, { goal }));
  const [, note = ''] = /data-testid="goal-written"[^>]*>([^<]*)</.exec(markup) ?? [];
  return sorted(namesIn(note));
}

function goalAt({ plan }: Table, at: number): Goal {
  return flatten(plan.goals).find(({ id }) => id === `g${at}`) as Goal;
}

const paperText = ({ content }: Table): string =>
  paperSections(content)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'goal' ? block.goal.goals.map(({ quote }) => quote) : []))
    .join('\n');

describe('own words beside an agreed wording', () => {
  it('[PR80] are a quotation of nobody but who typed them as their own; everybody else is named as what they are', () => {
    fc.assert(
      fc.property(tables, (written) => {
        const table = tableOf(written);
        const { content } = table;
        const texts = [pageText(content), previewText(content), wallText(content), paperText(table)];
        written.goals.forEach(({ voice, writer, hasAgreed }, at) => {
          const isOwn = nameOf(voice) !== null && voice === writer;
          const expected: Told = isOwn
            ? { speaker: nameOf(voice), named: [] }
            : { speaker: null, named: sorted([nameOf(voice), nameOf(writer)]) };
          expect(inList(table, goalAt(table, at))).toEqual(expected.named);
          if (hasAgreed) {
            const told = [...texts.map((text) => inLine(text, OWN(at))), onWall(table, OWN(at))];
            expect(told).toEqual(told.map(() => expected));
          }
        });
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('[PR80] on the own page they are told as on the page of all', () => {
    fc.assert(
      fc.property(tables, (written) => {
        const { content } = tableOf(written);
        const own = ownPageText(content, 'p-leon');
        for (const at of written.goals.keys()) {
          const told = inLine(own, OWN(at));
          expect(told ?? inLine(pageText(content), OWN(at))).toEqual(inLine(pageText(content), OWN(at)));
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

const NOBODY = 'Ohne Namen aufgeschrieben';
const SECTIONS: readonly TextSection[] = ['anlass', 'sicht_kind', 'sicht_eltern'];

const sectionIn = ({ content }: Table, code: string, text: string): string => {
  const title = germanReport(content).sections.find((section) => section.code === code)?.title ?? '';
  return text.slice(text.indexOf(title));
};

/** Under which name a sentence stands: the last one above it. */
function nameAbove(text: string, sentence: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  const at = lines.findIndex((line) => line === sentence || line === `„${sentence}“`);
  expect(at, `${sentence} is there`).toBeGreaterThanOrEqual(0);
  return lines.slice(0, at).findLast((line) => line === NOBODY || names.includes(line)) ?? null;
}

/** The same on the shared screen, page by page: what goes before is not seen any more. */
function nameOnItsPage({ content }: Table, sentence: string): string | null {
  const pages = readingPages(germanReport(content)).map(({ lines }) => lines.map(({ text }) => text));
  return nameAbove(pages.find((lines) => lines.includes(sentence))?.join('\n') ?? '', sentence);
}

describe('the texts of a section', () => {
  it('[PR8] [UI119] stand under the name of who wrote them, on every screen and page, and the young person is quoted alone', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...SECTIONS), (all, section) => {
        const texts = all.texts.filter((text) => text.section === section);
        const written: Written = { goals: [], texts };
        const table = tableOf(written);
        const markup = {
          list: atTable(table, createElement(StaticSection, { section })),
          wall: atTable(table, createElement(WallTexts, { texts: [section], height: 900 })),
        };
        const [list, wall] = [textOf(markup.list), textOf(markup.wall)];
        const [page, preview] = [pageText(table.content), previewText(table.content)].map((text) =>
          sectionIn(table, section, text),
        ) as [string, string];
        const several = new Set(texts.map(({ voice }) => nameOf(voice) ?? NOBODY)).size > 1;
        texts.forEach(({ voice, lines }, at) => {
          const name = nameOf(voice) ?? NOBODY;
          for (const line of Array.from({ length: lines }).keys()) {
            const sentence = LINE(at, line);
            const found = [
              nameAbove(list, sentence),
              nameAbove(page, sentence),
              nameAbove(preview, sentence),
              nameOnItsPage(table, sentence),
            ];
            // Where one voice is alone its name may be left out, and never another stands there.
            expect(found.filter((one) => one !== name && (several || one !== null))).toEqual([]);
            expect(wall.includes(`„${sentence}“`)).toBe(section === 'sicht_kind' && voice === 'p-leon');
            expect([name, several ? name : null]).toContain(nameAbove(wall, sentence));
          }
        });
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
