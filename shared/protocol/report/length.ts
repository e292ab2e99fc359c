import type { Block, DirectionGoal, Fact, Report } from './blocks.ts';

/** Pages above which no PDF is made. The guard keeps every plan below it, whatever is written. */
export const MOST_PAGES = 2_000;
/** From here on who leads hears how long it gets before anybody reads it aloud. */
export const LONG_PAGES = 60;

/** Roughly how many pages something takes on paper. */
export interface ReportLength {
  pages: number;
  /** Sections and pictures, the longest first. */
  parts: { title: string; pages: number }[];
}

const LINES_ON_PAGE = 54;
/** Characters that a line holds, by how much of the page's width it has. */
const WIDTH = { page: 102, item: 100, fact: 76, goal: 90, person: 30, card: 44 } as const;
const CARD_CHARS = 600;
const REVIEW = [29, 22, 16, 25];
const SIGNATURE = [28, 40, 26];

/** How long a report gets on paper: its lines are counted, nothing is set. Right to about a third. */
export function lengthOf(report: Report): ReportLength {
  const parts = [
    ...report.sections
      .filter(({ places }) => places.includes('paper'))
      .map(({ title, blocks }) => ({ title, pages: 3 + sumOf(blocks, linesOfBlock) })),
    ...report.pictures.map((picture) => ({
      title: picture.title,
      pages:
        picture.draws === 'goals'
          ? sumOf(picture.goals, linesOfPicture)
          : sumOf(picture.groups, ({ items }) => sumOf(items, ({ title }) => 1 + linesOnCard(title) / 4)),
    })),
  ].map(({ title, pages }) => ({ title, pages: pages / LINES_ON_PAGE }));
  return {
    pages: Math.ceil(sumOf(parts, ({ pages }) => pages)),
    parts: parts
      .map(({ title, pages }) => ({ title, pages: Math.ceil(pages) }))
      .sort((one, other) => other.pages - one.pages),
  };
}

function linesOfBlock(block: Block): number {
  switch (block.kind) {
    case 'paragraphs':
      return (
        1.1 * sumOf(block.items, (item) => linesIn(item, WIDTH.page)) + 1.5 * linesIn(block.voice, WIDTH.page)
      );
    case 'bullets':
      return sumOf(block.items, (item) => linesIn(item, WIDTH.item));
    case 'facts':
    case 'checksum':
      return linesOfFacts(block.items);
    case 'people':
      return sumOf(block.rows, ({ name, fullName, task, how }) =>
        rowOf([`${name}\n${fullName}`, task, how], [WIDTH.person, WIDTH.person, WIDTH.person]),
      );
    case 'resources':
      return sumOf(block.groups, ({ items }) =>
        sumOf(items, ({ title, description, note }) =>
          linesIn(`${title}. ${description} (${note})`, WIDTH.item),
        ),
      );
    case 'reviews':
      return sumOf(block.rows, ({ before, text, scales, obstacle, consequence, details }) =>
        rowOf(
          [`\n${before}`, `\n${text}\n${scales}`, obstacle, [consequence, ...details].join('\n')],
          REVIEW,
        ),
      );
    case 'goal':
      return linesOfGoal(block.goal);
    case 'words':
      return sumOf(block.items, ({ text }) => 2 + linesIn(text, WIDTH.item));
    case 'signatures':
      return sumOf(block.rows, ({ name, about, decision, words, how }) =>
        rowOf([`${name}\n${about}`, `${decision}\n${words}`, how], SIGNATURE),
      );
    case 'open':
      return 3 * block.people.length;
    default:
      return 2;
  }
}

function linesOfGoal({ text, quote, goals }: DirectionGoal): number {
  return (
    5 +
    linesIn(text, WIDTH.goal) +
    linesIn(quote, WIDTH.goal) +
    sumOf(goals, (goal) => {
      const own = linesIn(goal.text, WIDTH.goal) + linesIn(goal.quote, WIDTH.goal) + linesOfFacts(goal.facts);
      return (
        5 +
        own +
        sumOf(goal.steps, (step) => 3 + linesIn(step.text, WIDTH.goal) + linesIn(step.quote, WIDTH.goal))
      );
    })
  );
}

/** What stands beside a goal is drawn beside it, so the longer side counts. */
function linesOfPicture({ text, goals }: DirectionGoal): number {
  const beside = sumOf(goals, (goal) =>
    Math.max(
      4 + linesOnCard(goal.text),
      sumOf(goal.steps, (step) => 2 + linesOnCard(step.text)),
    ),
  );
  return 1.4 * Math.max(4 + linesOnCard(text), beside);
}

/** A card shows words on one line that wraps; of a long text it says where it stands. */
function linesOnCard(text: string): number {
  return text.length > CARD_CHARS ? 2 : Math.ceil(text.length / WIDTH.card);
}

function linesOfFacts(facts: readonly Fact[]): number {
  return 1.3 * sumOf(facts, ({ text }) => linesIn(text, WIDTH.fact));
}

/** A row of a table is as high as its highest cell. */
function rowOf(cells: readonly string[], widths: readonly number[]): number {
  return 1 + Math.max(...cells.map((cell, at) => linesIn(cell, widths[at] ?? WIDTH.page)));
}

function linesIn(text: string, width: number): number {
  return text === '' ? 0 : sumOf(text.split('\n'), (line) => Math.max(1, Math.ceil(line.length / width)));
}

function sumOf<T>(items: readonly T[], measure: (item: T) => number): number {
  return items.reduce((sum, item) => sum + measure(item), 0);
}
