import type { Goal } from '#shared/documents/plan/goals.ts';
import type { CardKind, Look } from './goals.ts';

/** Sizes that an estimate needs: line heights and the mean width of a character. */
interface Type {
  label: number;
  direction: { line: number; char: number };
  card: { line: number; char: number };
  step: { line: number; char: number };
  chips: number;
  scale: number;
  slip: number;
}

const TABLE: Type = {
  label: 22,
  direction: { line: 28, char: 10.8 },
  card: { line: 25, char: 9.2 },
  step: { line: 26, char: 8.6 },
  chips: 38,
  scale: 68,
  slip: 27,
};
const WALL: Type = {
  label: 27,
  direction: { line: 35, char: 13.9 },
  card: { line: 30, char: 11.3 },
  step: { line: 30, char: 11.1 },
  chips: 48,
  scale: 84,
  slip: 0,
};

/** Height of a card from its text alone, before anybody could measure it. */
export function estimateHeight(
  scale: 'table' | 'wall',
  kind: CardKind,
  width: number,
  goal: Goal,
  look: Look,
): number {
  const type = scale === 'wall' ? WALL : TABLE;
  if (kind === 'steps') {
    return stepsHeight(type, width, goal, look);
  }
  const { line, char } = kind === 'direction' && look.density !== 'fold' ? type.direction : type.card;
  if (look.density === 'title') {
    return 28 + type.card.line;
  }
  const lines = linesOf(goal.sentence, width - 44, char);
  const rows = look.density === 'focus' || look.density === 'lean' ? type.chips : 0;
  const drawn = look.density === 'focus' && Object.keys(goal.scales).length > 0 ? type.scale : 0;
  const duty = rows > 0 && hasDuty(goal) ? type.label : 0;
  const below = kind === 'action' && goal.children.length > 0 ? type.slip : 0;
  return 32 + type.label + lines * line + (kind === 'action' ? rows + drawn + duty + below : 0);
}

/** Whether a line below the sentence says who and until when. */
function hasDuty({ responsible, supporters, dueDate, recurrence }: Goal): boolean {
  return responsible !== null || supporters.length > 0 || dueDate !== null || recurrence !== null;
}

function stepsHeight(type: Type, width: number, goal: Goal, look: Look): number {
  if (look.steps === 'count') {
    return 24 + type.step.line;
  }
  const done = goal.children.filter((step) => step.status === 'erledigt').length;
  const shown = look.doneSummed && done > 0 ? goal.children.length - done + 1 : goal.children.length;
  const meta = look.steps === 'full' ? type.label : 0;
  const texts = goal.children.map((step) => linesOf(step.sentence, width - 72, type.step.char));
  const lines = texts.sort((a, b) => b - a).slice(0, shown);
  return lines.reduce((sum, count) => sum + 24 + count * type.step.line + meta, 0);
}

function linesOf(text: string, width: number, char: number): number {
  const perLine = Math.max(8, Math.floor(width / char));
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const length = Math.max(1, word.length);
    if (used > 0 && used + 1 + length > perLine) {
      lines++;
      used = 0;
    }
    lines += Math.floor(Math.max(0, length - 1) / perLine);
    used += (used > 0 ? 1 : 0) + (((length - 1) % perLine) + 1);
  }
  return lines;
}
