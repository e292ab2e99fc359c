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

function namedIn(css: string): string[] {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .split('\n')
    .flatMap((line, index) => (namesASide(line) ? [`${index + 1}: ${line.trim()}`] : []));
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
});
