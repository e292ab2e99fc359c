import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import { frameOf, varUintLength } from '#server/sync/wire/bytes.ts';
import {
  encodePresence,
  presenceFrameOf,
  readFrame,
  readPresence,
  updateFrame,
} from '#server/sync/wire/frames.ts';
import { seededRandom } from '../../helpers/random.ts';

const NUMBERS = [0, 1, 127, 128, 16_383, 16_384, 2 ** 31 - 1, 2 ** 31, 2 ** 32 + 1, 2 ** 53 - 1];

describe('frames written straight into bytes', () => {
  it('[SY1] numbers are the varuints of lib0', () => {
    const random = seededRandom(20261121);
    const more = Array.from({ length: 10_000 }, () => random.below(2 ** random.below(53)));
    for (const number of [...NUMBERS, ...more]) {
      const expected = encoding.encode((encoder) => encoding.writeVarUint(encoder, number));
      expect(Uint8Array.from(frameOf([number]))).toEqual(expected);
      expect(varUintLength(number)).toBe(expected.length);
    }
  });

  it('[SY1] an update of any length is read as it was written', () => {
    for (const length of [0, 1, 127, 128, 70_000]) {
      const update = new Uint8Array(length).fill(7);
      const frame = readFrame(updateFrame(update));
      expect(frame?.type).toBe('edit');
      expect(frame?.type === 'edit' && Uint8Array.from(frame.update)).toEqual(update);
    }
  });

  it('[SY15] states are read as they were written, whatever letters are in them', () => {
    const entries = [
      { clientId: 2 ** 32 - 1, clock: 1_790_000_000_000, state: { user: { name: 'Jürgen 🙂 Çağla' } } },
      { clientId: 0, clock: 1, state: null },
    ];
    const decoder = decoding.createDecoder(presenceFrameOf(entries.map(encodePresence)));
    expect(decoding.readVarUint(decoder)).toBe(1);
    expect(readPresence(decoding.readVarUint8Array(decoder))).toEqual(entries);
    expect(decoding.hasContent(decoder)).toBe(false);
  });
});
