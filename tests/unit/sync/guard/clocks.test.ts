import { describe, it } from 'vitest';
import * as Y from 'yjs';
import { rawGap, rawString, rawUpdate } from '../../../helpers/evil-updates.ts';
import { ben, expectRefused, one, type Refused } from './evil.ts';
import { ANNA, BEN, STRANGER, textId } from './table.ts';

describe('what is refused', () => {
  const rows: Refused[] = [
    // 6: somebody else's name
    [
      'a struct under Anna’s id',
      'foreign_client',
      (server) => {
        const clock = Y.getState(server.store, ANNA);
        return one(ANNA, clock, rawString('x', { parent: textId(server, 'indicator') }));
      },
    ],
    [
      'a struct under the server’s id',
      'foreign_client',
      (server) => {
        const seeder = [...server.store.clients.keys()].find((client) => client !== ANNA) ?? 0;
        return one(seeder, Y.getState(server.store, seeder), rawGap(0, 1));
      },
    ],
    // 8: gaps
    ['a clock left out', 'gap', () => one(BEN, 5, rawGap(0, 1))],
    ['a skip', 'gap', () => ben(rawGap(10, 3), rawGap(0, 1))],
    ['an unknown left neighbour', 'gap', () => ben(rawString('x', { origin: [STRANGER, 0] }))],
    ['an unknown parent', 'gap', () => ben(rawString('x', { parent: [STRANGER, 0] }))],
    ['itself as a neighbour', 'gap', () => ben(rawString('x', { origin: [BEN, 0] }))],
    [
      'two that wait for each other',
      'gap',
      () =>
        rawUpdate([
          { client: BEN, clock: 0, structs: [rawString('x', { origin: [STRANGER, 0] })] },
          { client: STRANGER, clock: 0, structs: [rawString('x', { origin: [BEN, 0] })] },
        ]),
    ],
    [
      'a deletion of what nobody wrote yet',
      'gap',
      () => rawUpdate([], [{ client: ANNA, ranges: [[9999, 1]] }]),
    ],
  ];
  it.each(rows)('[GU5] %s: %s', (_name, code, make) => expectRefused(code, make));
});
