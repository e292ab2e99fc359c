import { describe, expect, it } from 'vitest';
import { lineOf, type Node, type Source, sources, walk } from './source.ts';

/** A closed list stands once, with a name; whoever needs it imports it. */

/** A frozen form of a protocol keeps its own lists for ever. */
const PRODUCT = /^(client|server|shared)\/(?!protocol\/versions\/|i18n\/locales\/)/;

describe('lists of words', () => {
  it('[WA5] the same list of three or more words stands in one place only', () => {
    const places = Map.groupBy(
      sources()
        .filter(({ path }) => PRODUCT.test(path))
        .flatMap(listsOf),
      ({ words }) => words,
    );
    const twice = [...places].filter(([, lists]) => lists.length > 1);
    expect(twice.map(([words, lists]) => `${words}: ${lists.map(({ where }) => where).join(', ')}`)).toEqual(
      [],
    );
  });

  it('[UI110] names that stand in a sentence are joined by their language, not by a comma', () => {
    const byHand = sources()
      .filter(({ path }) => path.startsWith('client/'))
      .filter(({ text }) => /names: (?:joinedParts\(|[^\n]*\.join\()/.test(text));
    expect(byHand.map(({ path }) => path)).toEqual([]);
  });
});

interface List {
  words: string;
  where: string;
}

/** Lists and unions of words, whatever their order. */
function listsOf({ path, text, program }: Source): List[] {
  const found: List[] = [];
  walk(program, (node) => {
    const words = wordsIn(node);
    if (words.length >= 3 && words.every((word) => word !== null)) {
      found.push({ words: words.sort().join(' '), where: `${path}:${lineOf(text, node.start)}` });
    }
  });
  return found;
}

function wordsIn(node: Node): (string | null)[] {
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.map(wordOf);
    case 'TSUnionType':
      return node.types.map((type) => (type.type === 'TSLiteralType' ? wordOf(type.literal) : null));
    default:
      return [];
  }
}

function wordOf(node: Node | null): string | null {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}
