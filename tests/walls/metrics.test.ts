import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, lineOf, type Node, type Source, sources, textOf, walk } from './source.ts';

/** How large the pieces are. A number that grows past its wall is split, not argued with. */

const PRODUCT = /^(client|server|shared)\//;
/** Texts in many languages and the drawn example are data, not code. */
const DATA = /^shared\/i18n\/locales\/|^client\/example\/pictures\//;
const STYLES = /^client\/.*\.css$/;
/** Whatever somebody writes by hand and reads again, tests and settings too. */
const WRITTEN = /\.(?:[jt]sx?|css|html|sql)$/;
/** A dump of a database as it was, to migrate from. */
const DUMPS = /^tests\/fixtures\//;
const FUNCTIONS = new Set<Node['type']>([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
]);

interface Size {
  where: string;
  lines: number;
}

const product = sources().filter(({ path }) => PRODUCT.test(path) && !DATA.test(path));
const functions = product.flatMap(functionsOf);
const files = [...product.map(({ path }) => path), ...filesOf(STYLES)].map(sizeOf);

describe('the size of things', () => {
  it('[WA6] functions are short: median 10 lines, nine of ten 30, none over 80', () => {
    console.warn(`${functions.length} functions: ${summary(functions)}`);
    expect(over(functions, 80)).toEqual([]);
    expect(quantile(functions, 0.9)).toBeLessThanOrEqual(30);
    expect(quantile(functions, 0.5)).toBeLessThanOrEqual(10);
  });

  it('[WA6] files are short: median 80 lines, none over 300', () => {
    console.warn(`${files.length} files: ${summary(files)}`);
    expect(over(files, 300)).toEqual([]);
    expect(quantile(files, 0.5)).toBeLessThanOrEqual(80);
  });

  it('[WA6] tests and all else that is written by hand are short too: none over 300', () => {
    const written = filesOf(WRITTEN).filter((path) => !DATA.test(path) && !DUMPS.test(path));
    expect(written.length).toBeGreaterThan(files.length + 400);
    expect(over(written.map(sizeOf), 300)).toEqual([]);
  });

  it('[WA6] no room is so full that one has to search in it: 24 files', () => {
    const paths = [...sources().map(({ path }) => path), ...filesOf(STYLES)];
    const rooms = Map.groupBy(
      paths.filter((path) => !DATA.test(path)),
      (path) => dirname(path),
    );
    const full = [...rooms].filter(([, { length }]) => length > 24);
    expect(full.map(([room, { length }]) => `${room}: ${length}`)).toEqual([]);
  });

  it('[WA7] nothing is any, and nothing is said to be there that may be missing', () => {
    const found = sources().flatMap(({ path, text, program }) => {
      const at: string[] = [];
      walk(program, (node) => {
        if (node.type === 'TSAnyKeyword' || node.type === 'TSNonNullExpression') {
          at.push(`${path}:${lineOf(text, node.start)}`);
        }
      });
      return at;
    });
    expect(found).toEqual([]);
  });
});

function sizeOf(path: string): Size {
  return { where: path, lines: textOf(path).trimEnd().split('\n').length };
}

function functionsOf({ path, text, program }: Source): Size[] {
  const found: Size[] = [];
  walk(program, (node) => {
    if (FUNCTIONS.has(node.type)) {
      const first = lineOf(text, node.start);
      found.push({ where: `${path}:${first}`, lines: lineOf(text, node.end) - first + 1 });
    }
  });
  return found;
}

function over(sizes: readonly Size[], most: number): string[] {
  return sizes.filter(({ lines }) => lines > most).map(({ where, lines }) => `${where}: ${lines} lines`);
}

function quantile(sizes: readonly Size[], share: number): number {
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

function summary(sizes: readonly Size[]): string {
  const most = sizes.reduce((one, other) => (other.lines > one.lines ? other : one));
  return `median ${quantile(sizes, 0.5)} lines, p90 ${quantile(sizes, 0.9)}, longest ${most.lines} (${most.where})`;
}
