import { describe, it } from 'vitest';
import { type RawStruct, rawAny, rawString, rawType } from '../../../helpers/evil-updates.ts';
import { ben, expectRefused, type Refused } from './evil.ts';
import { BEN } from './table.ts';

describe('what is refused', () => {
  const inGoals = (key: string, ...rest: RawStruct[]): Uint8Array =>
    ben(rawType(1, { root: 'goals', key }), ...rest);

  const rows: Refused[] = [
    // 9: roots
    ['a root of its own', 'forbidden_part', () => ben(rawType(1, { root: 'evil', key: 'x' }))],
    ['a root that is no root', 'forbidden_part', () => ben(rawType(1, { root: '__proto__', key: 'x' }))],
    ['a section that is none', 'forbidden_part', () => ben(rawType(1, { root: 'section:evil', key: 'x' }))],
    // 11: shapes
    ['a list in a part', 'schema', () => ben(rawAny([1], { root: 'goals' }))],
    ['a value for a record', 'schema', () => ben(rawAny([1], { root: 'goals', key: 'x' }))],
    ['a text for a record', 'schema', () => ben(rawType(2, { root: 'goals', key: 'x' }))],
    ['an array', 'schema', () => ben(rawType(0, { root: 'goals', key: 'x' }))],
    ['a fragment', 'schema', () => ben(rawType(4, { root: 'goals', key: 'x' }))],
    ['a hook', 'schema', () => ben(rawType(5, { root: 'section:anlass', key: 'x' }, 'paragraph'))],
    ['a map in a record', 'schema', () => inGoals('x', rawType(1, { parent: [BEN, 0], key: 'y' }))],
    ['words beside the keys of a record', 'schema', () => inGoals('x', rawString('y', { parent: [BEN, 0] }))],
    [
      'a paragraph in a section',
      'schema',
      () => ben(rawType(3, { root: 'section:anlass', key: 'x' }, 'paragraph')),
    ],
    ['words in a section', 'schema', () => ben(rawString('x', { root: 'section:anlass' }))],
    ['a fragment in a section', 'schema', () => ben(rawType(4, { root: 'section:anlass', key: 'x' }))],
    [
      'a field that no running text has',
      'schema',
      () =>
        ben(
          rawType(1, { root: 'section:anlass', key: 'x' }),
          rawAny(['x'], { parent: [BEN, 0], key: 'onclick' }),
        ),
    ],
    [
      'the form of the version before ([GU10])',
      'forbidden_part',
      () => ben(rawType(3, { root: 'text:anlass' }, 'paragraph')),
    ],
  ];
  it.each(rows)('[GU5] %s: %s', (_name, code, make) => expectRefused(code, make));
});
