import { describe, expect, it } from 'vitest';
import { localeFor } from '#shared/i18n/every-locale.ts';
import { closing } from '#shared/i18n/locales/de/closing.ts';
import { first } from '#shared/i18n/locales/de/first.ts';
import { meeting } from '#shared/i18n/locales/de/meeting.ts';
import { type Node, type Source, sources, staticImportsOf, walk } from '../../walls/source.ts';

/** What is loaded before somebody is let in. What the pages import later comes with its own words. */
const BEFORE_THE_TABLE = ['client/main.tsx', 'client/lobby/LinkPage.tsx', 'client/lobby/PersonPage.tsx'];

const files = new Map(sources().map((source) => [source.path, source]));
const every = Object.keys(localeFor('de').messages);

describe('[UI77] the pages before the table', () => {
  it('say nothing but the first texts of a language', () => {
    const said = reached(BEFORE_THE_TABLE).flatMap((source) => textsIn(source));
    expect(new Set(said.map(({ key }) => key)).size).toBeGreaterThan(50);
    expect(
      said.filter(({ key }) => !(key in first.messages)).map(({ key, path }) => `${path}: ${key}`),
    ).toEqual([]);
  });

  it('would be told apart from the table', () => {
    const said = reached(['client/meeting/Table.tsx']).flatMap((source) => textsIn(source));
    expect(said.some(({ key }) => !(key in first.messages))).toBe(true);
  });
});

describe('[UI77] a meeting', () => {
  const OFFICE = /^client\/(?:account|example|home)\//;
  const READING = /^client\/protocol\//;
  const saidIn = (isThere: (path: string) => boolean, texts: object) =>
    [...files.values()]
      .filter(({ path }) => /^(?:client|shared\/(?!i18n)\w+)\//.test(path) && isThere(path))
      .flatMap((source) => textsIn(source))
      .filter(({ key }) => !(key in texts))
      .map(({ key, path }) => `${path}: ${key}`);

  it('says nothing of what only the pages of an office say', () => {
    expect(saidIn((path) => !OFFICE.test(path), closing.messages)).toEqual([]);
  });

  it('says nothing of its end before that is loaded', () => {
    expect(saidIn((path) => !OFFICE.test(path) && !READING.test(path), meeting.messages)).toEqual([]);
    const surfaces = ['desk/DeskTable', 'phone/PhoneTable', 'wall/Wall', 'sections/Closing'];
    const said = reached(surfaces.map((name) => `client/meeting/${name}.tsx`)).flatMap(textsIn);
    expect(said.filter(({ key }) => !(key in meeting.messages))).toEqual([]);
  });

  it('would be told apart from both', () => {
    expect(saidIn((path) => OFFICE.test(path), closing.messages).length).toBeGreaterThan(50);
    expect(saidIn((path) => READING.test(path), meeting.messages).length).toBeGreaterThan(50);
  });
});

/** Files that come with these, by imports that load something. */
function reached(paths: readonly string[], found = new Set<Source>()): Source[] {
  for (const path of paths) {
    const source = files.get(path);
    if (source && !found.has(source) && !path.startsWith('shared/i18n/')) {
      found.add(source);
      reached(staticImportsOf(source), found);
    }
  }
  return [...found];
}

/** Keys of texts that stand in a file, in full or as the beginning of a template: `error.${code}`. */
function textsIn({ path, program }: Source): { key: string; path: string }[] {
  const keys: string[] = [];
  walk(program, (node) => keys.push(...keysOf(node)));
  return keys.map((key) => ({ key, path }));
}

function keysOf(node: Node): string[] {
  if (node.type === 'Literal') {
    return every.filter((key) => key === node.value);
  }
  const beginning = node.type === 'TemplateLiteral' ? (node.quasis[0]?.value.cooked ?? '') : '';
  return /^\w+\./.test(beginning) ? every.filter((key) => key.startsWith(beginning)) : [];
}
