import type { ActionGoal, DirectionGoal, PictureBlock, StepLine } from '#shared/protocol/report/blocks.ts';
import { cardText, type Drawing, type Picture, SHEET } from './drawing.ts';
import { FAMILIES } from './glyphs.ts';
import { type Paragraph, round, setText, svgOf } from './svg.ts';

const DIRECTION = {
  x: 1,
  width: 250,
  inset: 16,
  fill: '#DCE8F7',
  edge: '#5B86B8',
  bar: '#14539A',
  ink: '#0D2F5A',
};
const ACTION = {
  x: 290,
  width: 340,
  inset: 18,
  fill: '#E4F2EA',
  edge: '#528F68',
  bar: '#1E6B3A',
  ink: '#0E3B20',
};
const STEPS = {
  x: 669,
  width: 330,
  inset: 14,
  fill: '#FFFFFF',
  edge: '#8B8577',
  ink: '#1B1F24',
  soft: '#4A525C',
};
const GAP = 14;
const BRANCH_GAP = 22;
/** Most of a sheet that the steps beside one goal may take; more go on beside the same goal again. */
const MOST_STEPS = SHEET.height - 130;

/** One row: a goal with some of its steps, or a Richtungsziel that has no goals yet. */
interface Row {
  direction: DirectionGoal;
  first: boolean;
  goal: ActionGoal | undefined;
  steps: readonly StepLine[];
}

interface Drawn {
  svg: string;
  height: number;
}

type GoalPicture = Extract<PictureBlock, { draws: 'goals' }>;

/** The tree in three columns, on as many sheets as it takes. */
export function goalPictures({ goals }: GoalPicture, drawing: Drawing): Picture[] {
  const sheets: { rows: Row[]; svg: string; y: number; lastStart: number }[] = [];
  for (const row of goals.flatMap((goal) => rowsOf(goal, drawing))) {
    let sheet = sheets.at(-1);
    const drawn = sheet && drawRow(row, row.first, startOf(row, sheet.y), drawing);
    if (!sheet || !drawn || startOf(row, sheet.y) + drawn.height > SHEET.height) {
      sheet = { rows: [], svg: '', y: 0, lastStart: 0 };
      sheets.push(sheet);
    }
    // A branch that goes on over the page shows its Richtungsziel again.
    const head = row.first || sheet.rows.length === 0;
    const start = startOf(row, sheet.y);
    const final = drawRow(row, head, start, drawing);
    sheet.svg += final.svg + wire(row, head ? undefined : sheet.lastStart, start);
    sheet.lastStart = start;
    sheet.rows.push(row);
    sheet.y = start + final.height;
  }
  const families = FAMILIES.map(({ name }) => name);
  return sheets.map(({ rows, svg, y }) => ({
    svg: svgOf(SHEET.width, y + 2, families, svg),
    alt: altOf(rows, drawing),
  }));
}

function rowsOf(direction: DirectionGoal, drawing: Drawing): Row[] {
  const rows = direction.goals.flatMap((goal) =>
    stepsByRow(goal.steps, drawing).map((steps) => ({ goal, steps })),
  );
  const all = rows.length > 0 ? rows : [{ goal: undefined, steps: [] }];
  return all.map((row, index) => ({ ...row, direction, first: index === 0 }));
}

/** Steps in as few rows as sheets can hold; one row without any where there are none. */
function stepsByRow(steps: readonly StepLine[], drawing: Drawing): StepLine[][] {
  const rows: StepLine[][] = [[]];
  let height = 0;
  for (const step of steps) {
    const own = stepRow(step, 0, drawing).height;
    if (height > 0 && height + own > MOST_STEPS) {
      rows.push([]);
      height = 0;
    }
    rows.at(-1)?.push(step);
    height += own;
  }
  return rows;
}

function startOf(row: Row, y: number): number {
  return y === 0 ? 1 : y + (row.first ? BRANCH_GAP : GAP);
}

function drawRow(row: Row, head: boolean, y: number, drawing: Drawing): Drawn {
  const parts = [
    ...(head ? [directionCard(row.direction, y, drawing)] : []),
    ...(row.goal ? [actionCard(row.goal, y, drawing)] : []),
    ...(row.goal && row.steps.length > 0 ? [stepSheet(row.steps, y, drawing)] : []),
  ];
  return {
    svg: parts.map(({ svg }) => svg).join(''),
    height: Math.max(...parts.map(({ height }) => height)),
  };
}

function directionCard(goal: DirectionGoal, y: number, drawing: Drawing): Drawn {
  const { x, width, inset, fill, edge, bar, ink } = DIRECTION;
  const text = setText(
    [
      labelLine(goal.name, bar),
      { text: cardText(goal.text, drawing), style: { size: 14, weight: 'bold', colour: ink } },
    ],
    x + inset,
    y + 9,
    width - 2 * inset,
    drawing.glyphs,
  );
  const height = text.height + 20;
  const box = `<rect x="${x}" y="${y}" width="${width}" height="${round(height)}" rx="10" fill="${fill}" stroke="${edge}"/>`;
  const edgeBar = `<rect x="${x}" y="${y}" width="6" height="${round(height)}" rx="3" fill="${bar}"/>`;
  return { svg: box + edgeBar + text.svg, height };
}

function actionCard(goal: ActionGoal, y: number, drawing: Drawing): Drawn {
  const { x, width, inset, fill, edge, bar, ink } = ACTION;
  const { who, until } = goal.commitment;
  const text = setText(
    [
      labelLine(goal.name, bar),
      { text: cardText(goal.text, drawing), style: { size: 13, weight: 'bold', colour: ink } },
      {
        text: cardText([who, until].filter(Boolean).join(' · '), drawing),
        style: { size: 11, weight: 'regular', colour: ink },
      },
    ],
    x + inset,
    y + 9,
    width - 2 * inset,
    drawing.glyphs,
  );
  const height = text.height + 20;
  const box = `<rect x="${x}" y="${y}" width="${width}" height="${round(height)}" rx="18" fill="${fill}" stroke="${edge}"/>`;
  return { svg: box + text.svg, height };
}

function stepSheet(steps: readonly StepLine[], y: number, drawing: Drawing): Drawn {
  const { x, width, fill, edge } = STEPS;
  let at = y + 6;
  const rows = steps.map((step, index) => {
    const hairline = `<path d="M${x} ${round(at)}h${width}" stroke="#E0DACE"/>`;
    const row = stepRow(step, at, drawing);
    at += row.height;
    return (index > 0 ? hairline : '') + row.svg;
  });
  const height = at - y + 4;
  const box = `<rect x="${x}" y="${y}" width="${width}" height="${round(height)}" rx="10" fill="${fill}" stroke="${edge}"/>`;
  return { svg: box + rows.join(''), height };
}

function stepRow(step: StepLine, y: number, drawing: Drawing): Drawn {
  const { x, width, inset, ink, soft } = STEPS;
  const { done } = step;
  const { who, state } = step.commitment;
  const text = setText(
    [
      { text: cardText(step.text, drawing), style: { size: 12, weight: 'regular', colour: ink } },
      {
        text: cardText([who, state].filter(Boolean).join(' · '), drawing),
        style: { size: 10.5, weight: 'regular', colour: soft },
      },
    ],
    x + inset + 22,
    y + 5,
    width - 2 * inset - 22,
    drawing.glyphs,
  );
  const box = `<rect x="${x + inset}" y="${round(y + 9)}" width="12" height="12" rx="3" fill="${done ? ink : '#FFFFFF'}" stroke="${ink}"/>`;
  const tick = `<path d="M${x + inset + 2.5} ${round(y + 15)}l3 3l5 -6" fill="none" stroke="#FFFFFF" stroke-width="1.6"/>`;
  return { svg: box + (done ? tick : '') + text.svg, height: text.height + 11 };
}

function labelLine(text: string, colour: string): Paragraph {
  return { text, style: { size: 10.5, weight: 'regular', colour } };
}

/** Lines carry the structure: from the Richtungsziel or the goal above to this one, and on to its steps. */
function wire(row: Row, yAbove: number | undefined, y: number): string {
  if (!row.goal) {
    return '';
  }
  const turn = DIRECTION.x + DIRECTION.width + 18;
  const at = round(y + 24);
  const toGoal =
    yAbove === undefined
      ? `M${DIRECTION.x + DIRECTION.width} ${at}H${ACTION.x}`
      : `M${turn} ${round(yAbove + 24)}V${at - 8}a8 8 0 0 0 8 8H${ACTION.x}`;
  const toSteps = row.steps.length > 0 ? `M${ACTION.x + ACTION.width} ${at}H${STEPS.x}` : '';
  return `<path d="${toGoal}${toSteps}" stroke="#8C8475" fill="none"/>`;
}

function altOf(rows: readonly Row[], drawing: Drawing): string {
  const list = rows.flatMap(({ direction, goal, steps }, index) => [
    ...(rows[index - 1]?.direction === direction
      ? []
      : [`${direction.number} ${cardText(direction.text, drawing)}`]),
    ...(goal && rows[index - 1]?.goal !== goal ? [`${goal.number} ${cardText(goal.text, drawing)}`] : []),
    ...steps.map((step) => `${step.number} ${cardText(step.text, drawing)}`),
  ]);
  return drawing.words.t('protocol.picture.goals', { list: list.join('; ') });
}
