import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { setGoalText } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { rawAny, rawGap, rawString, rawType, rawUpdate } from '../../../helpers/evil-updates.ts';
import { ben, one, type Refused } from './evil.ts';
import { ANNA, BEN, codeOf, context, GOAL, recordId, table, textId, written } from './table.ts';

describe('what is refused', () => {
  const lasting: Refused[] = [
    [
      'a record in the place of a record',
      'schema',
      (server) => {
        const [client, clock] = recordId(server);
        return ben(rawType(1, { origin: [client, clock] }));
      },
    ],
    [
      'a value in the place of a text',
      'schema',
      (server) => ben(rawAny([1], { origin: textId(server, 'textOwn') })),
    ],
    [
      'a text in the place of a text',
      'schema',
      (server) => ben(rawType(2, { origin: textId(server, 'textOwn') })),
    ],
    [
      'erasing a record',
      'schema',
      (server) => {
        const [client, clock] = recordId(server);
        return rawUpdate([], [{ client, ranges: [[clock, 1]] }]);
      },
    ],
    [
      'erasing everything',
      'schema',
      (server) =>
        rawUpdate(
          [],
          [...server.store.clients.keys()].map((client) => ({
            client,
            ranges: [[0, Y.getState(server.store, client)] as [number, number]],
          })),
        ),
    ],
  ];
  it.each(lasting)('[GU11] %s: %s', (_name, code, make) => {
    const { server } = table();
    expect(codeOf(judge(make(server), context(server)))).toBe(code);
  });

  it('[GU4] what is held already is not applied again: it could cut an emoji in this document alone', () => {
    const { server, anna } = table();
    Y.applyUpdate(
      server,
      written(anna, () => setGoalText(anna, GOAL, 'indicator', '😀', ORIGIN.text)),
    );
    const [client, clock] = [ANNA, Y.getState(server.store, ANNA) - 2];
    const heldAgain = rawString('xy', { origin: [client, clock] });
    const update = rawUpdate([
      { client: ANNA, clock, structs: [heldAgain] },
      { client: BEN, clock: 0, structs: [rawGap(0, 1)] },
    ]);
    const verdict = judge(update, context(server));
    expect(verdict.kind).toBe('pass');
    if (verdict.kind === 'pass') {
      Y.applyUpdate(server, verdict.update);
    }
    const record = server.getMap<Y.Map<unknown>>('goals').get(GOAL);
    expect(String(record?.get('indicator'))).toBe('😀');
  });

  it('[GU4] the rest of a struct goes where its held head is, whatever it claims', () => {
    const { server, ben: benDoc } = table();
    Y.applyUpdate(
      server,
      written(benDoc, () => setGoalText(benDoc, GOAL, 'indicator', 'ab', ORIGIN.text)),
    );
    const verdict = judge(
      one(BEN, 0, rawString('abcd', { parent: textId(server, 'reason') })),
      context(server),
    );
    expect(verdict.kind).toBe('pass');
    if (verdict.kind === 'pass') {
      Y.applyUpdate(server, verdict.update);
    }
    const record = server.getMap<Y.Map<unknown>>('goals').get(GOAL);
    expect([String(record?.get('indicator')), String(record?.get('reason'))]).toEqual(['abcd', '']);
  });
});
