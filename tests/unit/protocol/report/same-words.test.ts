import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCanonical } from '#shared/protocol/canonical.ts';
import type { Block, Report } from '#shared/protocol/report/blocks.ts';
import { ownPageOf } from '#shared/protocol/report/own-page.ts';
import { GOLDEN_V1 } from '../frozen-v1.ts';
import { contents } from './arbitrary-content.ts';
import { germanReport, germanWords } from './german.ts';
import { ownPageText, pageText, paperSections, previewText, wallText } from './renderers.ts';

/** Everything said of one goal, step, strength or person, in the order in which it is said. */
type Said = readonly string[];

const sayings: { [K in Block['kind']]?: (block: Extract<Block, { kind: K }>) => Said[] } = {
  goal: ({ goal }) => [
    [goal.label, goal.text, goal.quote],
    ...goal.goals.flatMap((action) => [
      [action.label, action.text, action.quote, ...action.facts.flatMap(({ label, text }) => [label, text])],
      ...action.steps.map((step) => [
        step.done ? '[x]' : '[ ]',
        step.number,
        step.text,
        step.quote,
        step.about,
      ]),
    ]),
  ],
  leitziel: ({ label, text }) => [[label, text]],
  resources: ({ groups }) =>
    groups.flatMap(({ title, items }) => [
      [title],
      ...items.map((item) => [item.title, item.description, item.note]),
    ]),
  reviews: ({ rows }) =>
    rows.map((row) => [row.label, row.due, row.before, row.result, row.text, row.consequence]),
  facts: ({ items }) => items.map(({ label, text }) => [label, text]),
  paragraphs: ({ voice, items }) => [[voice], ...items.map((item) => [item])],
  bullets: ({ items }) => items.map((item) => [item]),
};

function saidIn(report: Report, place: 'page' | 'wall' | 'paper' | 'preview'): Said[] {
  return saysAll(report.sections.filter(({ places }) => places.includes(place)));
}

function saysAll(sections: Report['sections']): Said[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((block) => saysOf(block)));
}

function peopleIn(sections: Report['sections']): Said[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'people' ? block.rows : []))
    .map(({ name, fullName, task, how }) => [name, fullName, task, how]);
}

function saysOf<K extends Block['kind']>(block: Extract<Block, { kind: K }>): Said[] {
  const says: ((block: Extract<Block, { kind: K }>) => Said[]) | undefined = sayings[block.kind as K];
  return says?.(block) ?? [];
}

/** Finds everything said in order, sign by sign; gives the first that is missing. */
function missing(text: string, said: readonly Said[]): string | null {
  let at = 0;
  for (const part of said.flat().filter(Boolean)) {
    const found = text.indexOf(part, at);
    if (found < 0) {
      return part;
    }
    at = found + part.length;
  }
  return null;
}

describe('one model of the document', () => {
  it('[PR32] page, preview, shared screen and paper say the same of every goal, step, strength and agreement, in one order', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const report = germanReport(content);
        expect(missing(pageText(content), saidIn(report, 'page'))).toBeNull();
        expect(missing(previewText(content), saidIn(report, 'preview'))).toBeNull();
        expect(missing(wallText(content), saidIn(report, 'wall'))).toBeNull();
        expect(saysAll(paperSections(content))).toEqual(saidIn(report, 'paper'));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('[PR32] whoever was there is told with both names, task and way of taking part, on page and paper', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const people = peopleIn(germanReport(content).sections);
        expect(people).toHaveLength(content.participants.length);
        expect(missing(pageText(content), people)).toBeNull();
        expect(peopleIn(paperSections(content))).toEqual(people);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('[PR32] the own page says of the same step and goal the same words and the same tick', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom('child', 'mother', 'worker'), (content, person) => {
        const page = ownPageOf(content, person, germanWords(content));
        const lines = [page.achieved, page.goals, page.steps, page.helping, page.others].flat();
        const said = lines.map(({ text, quote, about }) => [text, quote, ...about]);
        expect(missing(ownPageText(content, person), said)).toBeNull();
        const steps = germanReport(content)
          .sections.flatMap(({ blocks }) => blocks)
          .flatMap((block) => (block.kind === 'goal' ? block.goal.goals.flatMap((goal) => goal.steps) : []));
        for (const step of steps) {
          for (const line of lines.filter(({ id }) => id === step.id)) {
            expect([line.text, line.quote, line.done]).toEqual([step.text, step.quote, step.done]);
            expect(line.about.every((part) => step.about.includes(part))).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it.each(GOLDEN_V1)('[PR6] a version frozen in form 1 is drawn everywhere: $name', ({ bytes }) => {
    const content = parseCanonical(bytes);
    const report = germanReport(content);
    expect(missing(pageText(content), saidIn(report, 'page'))).toBeNull();
    expect(missing(wallText(content), saidIn(report, 'wall'))).toBeNull();
    expect(saysAll(paperSections(content))).toHaveLength(saidIn(report, 'paper').length);
    expect(saidIn(report, 'paper').flat().filter(Boolean).length).toBeGreaterThan(20);
    expect(ownPageText(content, content.head.child)).not.toBe('');
  });
});
