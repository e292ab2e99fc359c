import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import {
  type RawPlace,
  type RawStruct,
  rawGap,
  rawItem,
  rawString,
  rawUpdate,
} from '../../../helpers/evil-updates.ts';
import { writeOldParagraphs } from '../../../helpers/plan-texts.ts';
import { ben, expectRefused, type Refused } from './evil.ts';
import { ANNA, BEN, codeOf, context, letterId, recordId, table, textId } from './table.ts';

describe('what is refused', () => {
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
  const rows: Refused[] = [
    // 1: nothing that can be read
    ['an empty update', 'malformed', () => bytes()],
    ['one byte', 'malformed', () => bytes(0)],
    ['something left over', 'malformed', () => bytes(0, 0, 0)],
    // 4: 2^25 structs promised in 7 bytes
    ['a bomb', 'malformed', () => bytes(1, 128, 128, 128, 16, 1, 0)],
    ['a deep list', 'malformed', () => ben(rawItem(8, { root: 'agreements', key: 'x' }, nested(100_000)))],
    // 5: another encoding
    ['a V2 update', 'malformed', (server) => Y.encodeStateAsUpdateV2(server)],
    ['an empty V2 update', 'malformed', () => Y.encodeStateAsUpdateV2(new Y.Doc())],
    [
      'a client twice',
      'malformed',
      () =>
        rawUpdate([
          { client: BEN, clock: 0, structs: [rawGap(0, 1)] },
          { client: BEN, clock: 1, structs: [rawGap(0, 1)] },
        ]),
    ],
    ['a struct of length 0', 'malformed', () => ben(rawGap(0, 0))],
    ['a clock beyond all typing', 'malformed', () => ben(rawGap(0, 2 ** 40))],
    ['a deletion of length 0', 'malformed', () => rawUpdate([], [{ client: ANNA, ranges: [[0, 0]] }])],
    ['half a character', 'malformed', (server) => ben(rawHalf(4, { origin: letterId(server, 2) }))],
    [
      'half a character in a value',
      'malformed',
      (server) => ben(rawHalf(8, { parent: recordId(server), key: 'target' })),
    ],
    [
      'neighbours in different texts',
      'malformed',
      (server) => {
        const [client, clock] = textId(server, 'indicator');
        return ben(rawString('x', { origin: letterId(server, 2), right: [client, clock] }));
      },
    ],
  ];
  it.each(rows)('[GU5] %s: %s', (_name, code, make) => expectRefused(code, make));

  it('[GU5] a neighbour that is erased beside one that is not: malformed, or words would be cut here alone', () => {
    const { server } = table();
    const section = server.getXmlFragment('text:anlass');
    writeOldParagraphs(server, 'anlass', ['Von damals']);
    const erased = (section.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const { client, clock } = erased._item?.id as Y.ID;
    section.delete(0, 1);
    for (const [origin, right] of [
      [letterId(server, 2), [client, clock] as [number, number]],
      [[client, clock] as [number, number], letterId(server, 2)],
    ] as const) {
      expect(codeOf(judge(ben(rawString('x', { origin, right })), context(server)))).toBe('malformed');
    }
  });
});

/** A text, or one value, whose last character is the first half of a pair: no encoder writes that. */
function rawHalf(content: 4 | 8, place: RawPlace): RawStruct {
  return rawItem(content, place, (encoder) => {
    if (content === 8) {
      encoding.writeVarUint(encoder, 1);
      encoding.writeUint8(encoder, 119);
    }
    encoding.writeVarUint8Array(encoder, Uint8Array.of(0x61, 0xed, 0xa0, 0xbd));
  });
}

/** A list in a list in a list. */
function nested(depth: number): RawStruct {
  return (encoder) => {
    encoding.writeVarUint(encoder, 1);
    const lists = Uint8Array.from({ length: depth * 2 }, (_, index) => (index % 2 === 0 ? 117 : 1));
    encoding.writeUint8Array(encoder, lists);
    encoding.writeAny(encoder, null);
  };
}
