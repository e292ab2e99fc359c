import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { germanIn } from '../../../helpers/words/german-words.ts';
import { firstContent, secondContent } from '../leon.ts';
import { contents } from '../report/arbitrary-content.ts';
import { ENGLISH, ownPageMarkup, textOf } from '../report/renderers.ts';

const OF_PLAN = /<span dir="auto" lang="de">([^<]*)<\/span>/g;

/** What a page says in the plan's language, and everything else. */
function spoken(markup: string): { plan: string[]; page: string } {
  return {
    plan: [...markup.matchAll(OF_PLAN)].map(([, words = '']) => textOf(words)),
    page: textOf(markup.replace(OF_PLAN, ' ')),
  };
}

/** Every text that stands in a version. */
function textsIn(value: unknown): string[] {
  return typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];
}

function expectEnglish(content: ProtocolContent, person: string): void {
  const { plan, page } = spoken(ownPageMarkup(content, person, ENGLISH));
  // Words that stand in quotation marks already get no second pair.
  const typed = textsIn(content).flatMap((text) => [text, text.replace(/^[„"]|[“"]$/gu, '')]);
  expect(plan.filter((words) => !typed.includes(words))).toEqual([]);
  expect(germanIn(page)).toEqual([]);
}

it('[UI210] "Your page" speaks English around the German words that somebody typed, which are marked as such', () => {
  fc.assert(fc.property(contents, fc.constantFrom('child', 'mother', 'worker'), expectEnglish), {
    numRuns: 100,
  });
}, 60_000);

it.each([
  ['p-leon', firstContent()],
  ['p-leon', secondContent()],
  ['p-sandra', secondContent()],
])('[UI210] so it is with the plan of a family: %s', (person, content) => {
  expectEnglish(content, person);
});
