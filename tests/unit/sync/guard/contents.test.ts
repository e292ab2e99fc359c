import * as encoding from 'lib0/encoding';
import { describe, it } from 'vitest';
import { LIMITS } from '#shared/wire/limits.ts';
import { type RawStruct, rawAny, rawItem, rawString, rawType } from '../../../helpers/evil-updates.ts';
import { ben, expectRefused, type Refused } from './evil.ts';
import { BEN, letterId, recordId, textId } from './table.ts';

describe('what is refused', () => {
  const rows: Refused[] = [
    [
      'an attribute of a text',
      'schema',
      (server) => ben(rawAny([1], { parent: textId(server, 'textOwn'), key: 'x' })),
    ],
    ['an object in a text', 'schema', (server) => ben(rawAny([{ a: 1 }], { origin: letterId(server, 2) }))],
    [
      'an embed',
      'schema',
      (server) => ben(rawItem(5, { origin: letterId(server, 2) }, jsonPayload('{"image":"x"}'))),
    ],
    [
      'a format',
      'schema',
      (server) =>
        ben(
          rawItem(6, { origin: letterId(server, 2) }, (encoder) => {
            jsonPayload('bold')(encoder);
            jsonPayload('true')(encoder);
          }),
        ),
    ],
    [
      'a document',
      'schema',
      (server) => ben(rawItem(9, { parent: recordId(server), key: 'scale:x' }, jsonPayload('guid'))),
    ],
    [
      'a binary',
      'schema',
      (server) => ben(rawItem(3, { parent: recordId(server), key: 'scale:x' }, jsonPayload('bytes'))),
    ],
    [
      'two values under one key',
      'schema',
      (server) => ben(rawAny([1, 2], { parent: recordId(server), key: 'scale:x' })),
    ],
    [
      'not a number',
      'schema',
      (server) => ben(rawAny([Number.NaN], { parent: recordId(server), key: 'scale:x' })),
    ],
    ['a big integer', 'schema', (server) => ben(rawAny([1n], { parent: recordId(server), key: 'scale:x' }))],
    [
      'an object with a prototype',
      'schema',
      (server) =>
        ben(rawAny([JSON.parse('{"__proto__":{"a":1}}')], { parent: recordId(server), key: 'scale:x' })),
    ],
    ['a key named __proto__', 'schema', () => ben(rawType(1, { root: 'goals', key: '__proto__' }))],
    ['an empty key', 'schema', () => ben(rawType(1, { root: 'goals', key: '' }))],
    ['a key without end', 'schema', () => ben(rawType(1, { root: 'goals', key: 'x'.repeat(101) }))],
    [
      'a control character',
      'schema',
      (server) => ben(rawString('a\u0000b', { origin: letterId(server, 2) })),
    ],
    [
      'a sign that turns the direction of what follows',
      'schema',
      (server) => ben(rawString('3\u202e4', { origin: letterId(server, 2) })),
    ],
    ['a carriage return', 'schema', (server) => ben(rawString('a\r\n', { origin: letterId(server, 2) }))],
    [
      'a control character in a value',
      'schema',
      (server) => ben(rawAny([['\u001b']], { parent: recordId(server), key: 'scale:x' })),
    ],
    [
      'a text that is too long in one go',
      'too_large',
      (server) => ben(rawString('x'.repeat(LIMITS.fieldChars + 1), { origin: letterId(server, 2) })),
    ],
    [
      'a text that is too long',
      'too_large',
      (server) =>
        ben(
          ...[0, 1].map((n) =>
            rawString(
              'x'.repeat(15_000),
              n === 0 ? { origin: letterId(server, 2) } : { origin: [BEN, 14_999] },
            ),
          ),
        ),
    ],
    [
      'a value that is too long',
      'too_large',
      (server) => ben(rawAny([Array(3000).fill('12345678')], { parent: recordId(server), key: 'scale:x' })),
    ],
  ];
  it.each(rows)('[GU5] %s: %s', (_name, code, make) => expectRefused(code, make));
});

function jsonPayload(text: string): RawStruct {
  return (encoder) => encoding.writeVarString(encoder, text);
}
