import type { Translate } from '#shared/i18n/translate.ts';
import { AGENDA } from '#shared/meeting/agenda.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';

/** One screen of the reading version. */
export interface ReadingPage {
  key: string;
  title: string;
  lines: ReadingLine[];
  /** Ids of the records on this page: it opens when the facilitator selects one of them. */
  ids: string[];
}

export interface ReadingLine {
  key: string;
  text: string;
  /** `goal` large, `step` and `text` normal, `label` small above what follows. */
  kind: 'label' | 'goal' | 'step' | 'text';
}

/** Height of a page in lines; a long part goes on on the next page. */
const LINES_A_PAGE = 15;
const CHARS_A_LINE = 84;

/** The frozen content as pages for the shared screen, in the order of the protocol. */
export function readingPages(content: ProtocolContent, t: Translate): ReadingPage[] {
  const pages: ReadingPage[] = [];
  for (const { section, paragraphs } of content.texts ?? []) {
    pages.push(
      page(
        section,
        sectionTitle(section, content, t),
        paragraphs.map((text, index) => line(`${section}${index}`, 'text', text)),
      ),
    );
  }
  for (const direction of content.goals ?? []) {
    const lines = [line(direction.id, 'goal', direction.text)];
    const ids = [direction.id];
    for (const goal of direction.goals ?? []) {
      lines.push(line(`${goal.id}-label`, 'label', t('ui.card.action', { number: goal.number })));
      lines.push(line(goal.id, 'goal', goal.text));
      lines.push(...(goal.steps ?? []).map((step) => line(step.id, 'step', step.text)));
      ids.push(goal.id, ...(goal.steps ?? []).map((step) => step.id));
    }
    pages.push({ ...page(direction.id, t('ui.card.direction', { number: direction.number }), lines), ids });
  }
  const agreed = (content.agreements ?? []).map((text, index) => line(`agreement${index}`, 'text', text));
  if (agreed.length > 0) {
    pages.push(page('agreements', t('board.wall.agreed'), agreed));
  }
  const first = content.leitziel
    ? [page('leitziel', t('board.wall.leitziel'), [line('leitziel', 'goal', content.leitziel)])]
    : [];
  return [...first, ...pages].flatMap(split);
}

/** The title that the shared screen had while these words were said. */
function sectionTitle(section: string, content: ProtocolContent, t: Translate): string {
  const child = content.persons.find((person) => person.id === content.head.child);
  const step = AGENDA.find(({ wall }) => wall.texts?.some((text) => text === section));
  return step ? t(`board.wall.phase.${step.code}`, { name: child?.name ?? '' }) : '';
}

function page(key: string, title: string, lines: ReadingLine[]): ReadingPage {
  return { key, title, lines, ids: [] };
}

function line(key: string, kind: ReadingLine['kind'], text: string): ReadingLine {
  return { key, kind, text };
}

/** Cuts a page that is higher than the screen, never inside a sentence. */
function split(whole: ReadingPage): ReadingPage[] {
  const parts: ReadingLine[][] = [[]];
  let used = 0;
  for (const next of whole.lines) {
    const height = heightOf(next);
    const current = parts.at(-1);
    if (current && current.length > 0 && used + height > LINES_A_PAGE) {
      const label = current.at(-1)?.kind === 'label' ? current.pop() : undefined;
      parts.push(label ? [label, next] : [next]);
      used = height;
    } else {
      current?.push(next);
      used += height;
    }
  }
  return parts.map((lines, index) => ({ ...whole, key: `${whole.key}/${index}`, lines }));
}

function heightOf({ kind, text }: ReadingLine): number {
  const lines = Math.ceil(text.length / (kind === 'goal' ? CHARS_A_LINE * 0.75 : CHARS_A_LINE));
  return kind === 'label' ? 1 : lines * (kind === 'goal' ? 1.3 : 1) + 0.5;
}
