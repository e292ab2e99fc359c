import { describe, expect, it } from 'vitest';
import { filesOf, textOf } from './source.ts';

/** A page that is read from right to left is the same page: its styles name start and end. */

/** Properties and values that name a side of the screen, but for pictures, which are not mirrored. */
const PHYSICAL =
  /(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius|left|right)\b[\w-]*\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/;

/** Four sides in one line, of which the second and the fourth are told apart below. */
const FOUR = /(?:^|[\s;{])(?:margin|padding|inset)\s*:\s*([^;}]+)/;

function namesASide(line: string): boolean {
  if (PHYSICAL.test(line)) {
    return true;
  }
  const sides = FOUR.exec(line)?.[1]?.match(/[^\s()]+\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()]+/g) ?? [];
  return sides.length === 4 && sides[1] !== sides[3];
}

function linesOf(css: string, isBroken: (line: string) => boolean): string[] {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .split('\n')
    .flatMap((line, index) => (isBroken(line) ? [`${index + 1}: ${line.trim()}`] : []));
}

const namedIn = (css: string): string[] => linesOf(css, namesASide);

/** The sizes of the tokens of one name, such as `8px`. */
function scaleOf(name: string): readonly string[] {
  const tokens = new RegExp(`--${name}-\\w+: ([\\d.]+(?:px|rem));`, 'g');
  return [...textOf('client/ui/tokens/sizes.css').matchAll(tokens)].map(([, size = '']) => size);
}

const SCALES = [
  {
    of: /(?:^|[\s;{])(?:margin|padding|gap|row-gap|column-gap)\b[\w-]*\s*:([^;}]*)/,
    sizes: scaleOf('space'),
  },
  { of: /(?:^|[\s;{])border(?:-[a-z]+)*-radius\s*:([^;}]*)/, sizes: scaleOf('radius') },
  { of: /(?:^|[\s;{])font-size\s*:([^;}]*)/, sizes: scaleOf('font') },
];

/** A size of its scale by its number, where its token should stand; a negative one pulls and is none. */
function isOnScale(line: string): boolean {
  return SCALES.some(({ of, sizes }) => {
    const named = of.exec(line)?.[1]?.match(/(?<![\w.-])[\d.]+(?:px|rem)/g) ?? [];
    return named.some((size) => sizes.includes(size));
  });
}

describe('styles', () => {
  it.each([
    'margin-left: 4px;',
    'left: 0;',
    '{ right : 0 }',
    'text-align: right;',
    'border-top-left-radius: 2px;',
    'padding: 1px 2px 3px calc(1px + (2px * 2));',
  ])('[WA8] %s names a side', (line) => {
    expect(namedIn(line)).toHaveLength(1);
  });

  it.each([
    'margin-inline-start: 4px;',
    'padding: 1px 2px 3px 2px;',
    '.left {',
    '/* left: 0; */',
  ])('[WA8] %s names none', (line) => {
    expect(namedIn(line)).toEqual([]);
  });

  it('[WA8] know no left and right, only start and end', () => {
    const files = filesOf(/^client\/.*\.css$/);
    expect(files.length).toBeGreaterThan(30);
    const found = files.flatMap((file) => namedIn(textOf(file)).map((line) => `${file}:${line}`));
    expect(found).toEqual([]);
  });

  it.each([
    'margin: 0 8px;',
    'padding-inline: 10px 16px;',
    '{ gap: calc(1em + 4px) }',
    'border-radius: 12px 12px 0 0;',
    'font-size: 1rem;',
  ])('[WA9] %s has a token', (line) => expect(linesOf(line, isOnScale)).toHaveLength(1));

  it.each([
    'gap: 10px;',
    'margin: -8px 0;',
    'min-height: 48px;',
    'padding: var(--space-2);',
    '/* gap: 8px; */',
    'border-radius: 50%;',
    'font-size: var(--font-2);',
  ])('[WA9] %s is not on the scale', (line) => expect(linesOf(line, isOnScale)).toEqual([]));

  it('[WA9] name a size of a scale by its token', () => {
    for (const { sizes } of SCALES) {
      expect(sizes.length).toBeGreaterThan(5);
    }
    const found = filesOf(/^client\/.*\.css$/).flatMap((file) =>
      linesOf(textOf(file), isOnScale).map((line) => `${file}:${line}`),
    );
    expect(found).toEqual([]);
  });
});
