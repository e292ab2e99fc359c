import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { meetingPhase } from '#shared/domain/codes.ts';
import { PROTOCOL_SECTIONS } from '#shared/protocol/sections.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Where steps and sections are described: everywhere else they are data. */
const DESCRIBED = [
  'shared/domain/',
  'shared/meeting/',
  'shared/protocol/sections.ts',
  'shared/protocol/templates/',
  'shared/protocol/versions/',
  'shared/i18n/',
  'server/example/',
];

const CODES = [...new Set<string>([...meetingPhase, ...PROTOCOL_SECTIONS])];
const NAMED = new RegExp(`(?<![\\w.-])(?:${CODES.join('|')})(?![\\w-])|\\.(?:${CODES.join('|')})(?![\\w-])`);

/** Line comments and block comments away; strings stay, since they are what is looked for. */
function withoutComments(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|[^:])\/\/.*$/gm, '$1');
}

/** "client/x.tsx:12" of every line that names a step or a section. */
function namedIn(path: string, source: string): string[] {
  return withoutComments(source)
    .split('\n')
    .flatMap((line, index) => (NAMED.test(line) ? [`${path}:${index + 1}`] : []));
}

function sources(): string[] {
  return ['client', 'server', 'shared']
    .flatMap((side) =>
      readdirSync(join(ROOT, side), { recursive: true, encoding: 'utf8' }).map((name) => `${side}/${name}`),
    )
    .filter((path) => /\.tsx?$/.test(path));
}

describe('names of steps and sections', () => {
  it('stand in their descriptors only: no page, route or command branches on one', () => {
    const elsewhere = sources().filter((path) => !DESCRIBED.some((place) => path.startsWith(place)));
    expect(elsewhere.length).toBeGreaterThan(300);
    expect(elsewhere.flatMap((path) => namedIn(path, readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
  });

  it('are found however they are written, and not in words that only contain them', () => {
    const found = [
      "if (phase === 'ziele') {",
      'case "rueckblick":',
      'const x = { sicht_kind: 1 };',
      'texts.sicht_kind ?? []',
      "t('board.wall.phase.abschluss')",
    ];
    for (const line of found) {
      expect(namedIn('x.ts', line), line).toHaveLength(1);
    }
    const other = ["lifeArea === 'familie_erziehung'", '// the step ziele', '/* ziele */ x', 'zieleListe'];
    for (const line of other) {
      expect(namedIn('x.ts', line), line).toEqual([]);
    }
  });
});
