import fc from 'fast-check';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { exportJson } from '#server/protocol/export/json.ts';
import { typeset } from '#server/protocol/export/typeset.ts';
import type { PersonRef } from '#shared/api/view.ts';
import { flatten, type Goal } from '#shared/documents/plan/goals.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import { translatorFor } from '#shared/i18n/every-locale.ts';
import { parseJson } from '#shared/json.ts';
import { buildProtocol } from '#shared/protocol/build.ts';
import { canonicalBytes } from '#shared/protocol/canonical.ts';
import type { Block, StepLine } from '#shared/protocol/report/blocks.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { formatDay } from '../../../../client/app/format.ts';
import { PhoneSteps } from '../../../../client/meeting/phone/PhoneSteps.tsx';
import { readingPages } from '../../../../client/meeting/wall/pages.ts';
import { GoalCardView } from '../../../../client/plan/board/GoalCardView.tsx';
import { spokenCard, spokenGoal } from '../../../../client/plan/words/goals.ts';
import { usageOf } from '../../../../client/plan/words/resources.ts';
import { stepState, whoAndWhen } from '../../../../client/plan/words/steps.ts';
import type { Words } from '../../../../client/plan/words/words.ts';
import { plainWords } from '../../../../client/ui/text/in-parts.ts';
import { poppler } from '../../../helpers/poppler.ts';
import { recordOf } from '../leon.ts';
import { versionOf } from '../signoffs.ts';
import { plans } from './arbitrary-plan.ts';
import { germanReport } from './german.ts';
import { inGerman, onPhone, pageText, paperSections } from './renderers.ts';

/**
 * The open plan and the frozen version, on everything that shows them: list, board, cards of the shared
 * screen, phone, page, reading on the shared screen, paper, JSON. Of each goal, step, strength and person
 * they say the same number, words, tick and day.
 */

const record = recordOf(2, '2026-03-10', null);
const persons = record.persons.map(
  ({ id, displayName }): PersonRef => ({ id, name: displayName, initials: 'xx', hue: 1, subtitle: '' }),
);
const FULL = { density: 'focus', steps: 'full', doneSummed: false, childrenFolded: false } as const;

function wordsOf(plan: Plan): Words {
  return { t: translatorFor('de', 'neutral'), locale: 'de-DE', plan, persons };
}

/** A step as a person reads it. */
interface Seen {
  number: string;
  text: string;
  done: boolean;
}

const stepsIn = (content: ProtocolContent): StepLine[] =>
  germanReport(content)
    .sections.flatMap(({ blocks }) => blocks)
    .flatMap((block: Block) => (block.kind === 'goal' ? block.goal.goals.flatMap(({ steps }) => steps) : []));

const seen = ({ number, text, done }: Seen): Seen => ({ number, text, done });

/** The steps on the sheets of board and shared screen, by their ticks and words. */
function stepsOnCards(plan: Plan): Seen[] {
  const words = wordsOf(plan);
  return flatten(plan.goals)
    .filter(({ depth }) => depth === 1)
    .flatMap((goal) => {
      const card = { kind: 'steps', goal, look: FULL, width: 400 } as const;
      const markup = inGerman(
        createElement(GoalCardView, { card, words, selected: null, fresh: new Set<string>() }),
      );
      const rows = markup.split('<li').slice(1);
      expect(rows).toHaveLength(goal.children.length);
      return rows.map((row, at) => {
        const step = goal.children[at] as Goal;
        expect(plainText(row)).toContain(step.sentence);
        expect(plainText(row)).toContain(plainWords(whoAndWhen(words, step)));
        return { number: step.number, text: step.sentence, done: row.includes('aria-label="geschafft"') };
      });
    });
}

/** The steps of a phone, by their ticks and words, as somebody reads them who has none of them. */
function stepsOnPhone(plan: Plan): Seen[] {
  const steps = flatten(plan.goals).filter(({ depth }) => depth === 2);
  const markup = onPhone(createElement(PhoneSteps, { steps, onOpen: () => undefined }), persons);
  const rows = markup.split('<li').slice(1).map(plainText);
  const ticks = [...markup.matchAll(/role="img" aria-label="([^"]*)"/g)].map(([, label]) => label);
  return rows.map((row, at) => {
    const { number, sentence: text } = steps[at] as Goal;
    expect(row).toContain(text);
    return { number: row.includes(number) ? number : '', text, done: ticks[at] === 'geschafft' };
  });
}

function plainText(markup: string): string {
  const entities: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#x27;': "'",
    '&amp;': '&',
  };
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#x27|amp);/g, (found) => entities[found] ?? found);
}

const squeeze = (text: string): string => text.replace(/[\s\u00ad\u2068\u2069-]+/gu, '');

describe('one plan on everything that shows it', () => {
  it('[PR32] list, board, shared screen, phone, page, paper and JSON tick the same steps under the same numbers', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const content = buildProtocol({ plan, record });
        const onTable = flatten(plan.goals)
          .filter(({ depth }) => depth === 2)
          .map((step) => ({ number: step.number, text: step.sentence, done: stepState(step) === 'done' }));
        expect(stepsOnCards(plan)).toEqual(onTable);
        expect(stepsOnPhone(plan)).toEqual(onTable);
        expect(stepsIn(content).map(seen)).toEqual(onTable);
        const onWall = readingPages(germanReport(content))
          .flatMap(({ lines }) => lines)
          .filter(({ kind }) => kind === 'step');
        expect(onWall.map(({ text, done }) => [text, done])).toEqual(
          onTable.map(({ number, text, done }) => [`${number} ${text}`, done]),
        );
        const page = pageText(content);
        expect(stepsOnPage(page)).toEqual(onTable);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('[PR32] of each goal they say the same number, words, people and day', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const words = wordsOf(plan);
        const content = buildProtocol({ plan, record });
        const page = pageText(content);
        const paper = JSON.stringify(paperSections(content)).replace(/[\u2068\u2069\ufdd0-\ufdd2]/gu, '');
        const json = jsonGoals(content);
        for (const goal of flatten(plan.goals)) {
          expect(plainWords(spokenGoal(words, goal))).toContain(goal.sentence);
          expect(plainWords(spokenCard(words, goal))).toContain(goal.sentence);
          expect(page).toContain(goal.sentence);
          expect(json.get(goal.id)).toMatchObject({ number: goal.number, text: goal.sentence });
          expect(paper).toContain(JSON.stringify(goal.sentence).slice(1, -1));
          for (const id of [goal.responsible, ...goal.supporters].filter((one) => one !== null)) {
            const name = persons.find((person) => person.id === id)?.name ?? 'nobody';
            const about = aboutOf(content, goal);
            expect(declinedAway(about)).toContain(declinedAway(name));
            expect(declinedAway(plainWords(whoAndWhen(words, goal)))).toContain(declinedAway(name));
          }
          if (goal.depth > 0 && goal.dueDate) {
            expect(aboutOf(content, goal)).toContain(formatDay(goal.dueDate, 'de-DE', 'long'));
            expect(json.get(goal.id)?.dueDate).toBe(goal.dueDate);
            expect(plainWords(whoAndWhen(words, goal))).toContain(formatDay(goal.dueDate, 'de-DE'));
            expect(plainWords(whoAndWhen(words, goal))).toContain(goal.recurrence ?? '');
          }
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('[PR32] a strength is told in the same words on list, board, page, shared screen and paper', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const words = wordsOf(plan);
        const content = buildProtocol({ plan, record });
        const wall = readingPages(germanReport(content)).flatMap(({ lines }) =>
          lines.map(({ text }) => text),
        );
        const items = paperSections(content)
          .flatMap(({ blocks }) => blocks)
          .flatMap((block) =>
            block.kind === 'resources' ? block.groups.flatMap((group) => group.items) : [],
          );
        for (const one of plan.resources) {
          const { text } = usageOf(words, one);
          expect(items.find(({ id }) => id === one.id)).toMatchObject({ note: text });
          expect(wall.some((line) => line.endsWith(text))).toBe(true);
          expect(pageText(content)).toContain(text);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('[PR32] and the set page holds it as well', () => {
    for (const plan of fc.sample(plans, { numRuns: 2, seed: 11 })) {
      const content = buildProtocol({ plan, record });
      const { bytes } = typeset(
        { content, bytes: canonicalBytes(content), version: versionOf(content), signoffs: [] },
        50,
      );
      const paper = squeeze(poppler('pdftotext', ['-raw', '-', '-'], bytes ?? new Uint8Array()));
      for (const { number, text, about } of stepsIn(content)) {
        expect(paper).toContain(squeeze(`${number} ${text}`));
        expect(paper).toContain(squeeze(about));
      }
      for (const resource of plan.resources) {
        expect(paper).toContain(squeeze(`(${usageOf(wordsOf(plan), resource).text})`));
      }
    }
  }, 60_000);
});

/** Steps of the page: tick, number and sentence stand in lines of their own, one after the other. */
function stepsOnPage(page: string): Seen[] {
  return page
    .split(/\n(?=\[[x ]\] )/)
    .slice(1)
    .map((row) => {
      const [tick = '', number = '', text = ''] = row.split('\n').filter((line) => line !== '');
      return { number, text, done: tick.startsWith('[x]') };
    });
}

/** "Herrn Aydın" and "Herr Aydın" are one person. */
function declinedAway(text: string): string {
  return text.replaceAll('Herrn ', 'Herr ');
}

/** Everything that the document says beside a sentence. */
function aboutOf(content: ProtocolContent, { id, depth }: Goal): string {
  const goals = germanReport(content)
    .sections.flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'goal' ? block.goal.goals : []));
  const said =
    depth === 2
      ? goals.flatMap(({ steps }) => steps).find((step) => step.id === id)?.about
      : goals
          .find((goal) => goal.id === id)
          ?.facts.map(({ text }) => text)
          .join(' ');
  return (said ?? '').replaceAll('\u00a0', ' ');
}

interface JsonGoal {
  number: string;
  text: string;
  dueDate?: string;
}

/** The goals of the exported file, by id. */
function jsonGoals(content: ProtocolContent): Map<string, JsonGoal> {
  const file = parseJson(
    new TextDecoder().decode(
      exportJson({ bytes: canonicalBytes(content), version: versionOf(content), signoffs: [] }),
    ),
  );
  const found = new Map<string, JsonGoal>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) {
      return;
    }
    const { id, number, text, dueDate } = value as Record<string, unknown>;
    if (typeof id === 'string' && typeof number === 'string' && typeof text === 'string') {
      found.set(id, { number, text, ...(typeof dueDate === 'string' ? { dueDate } : {}) });
    }
    Object.values(value).forEach(walk);
  };
  walk(file);
  return found;
}
