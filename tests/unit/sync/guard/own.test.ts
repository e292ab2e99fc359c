import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { GuardContext } from '#server/sync/guard/context.ts';
import { judge } from '#server/sync/guard/guard.ts';
import { compileKind } from '#server/sync/kinds.ts';
import { emptyDoc } from '#server/sync/log/committed.ts';
import { addCard, cardMap, cardText, removeCard, restoreCard } from '#shared/documents/own/cards.ts';
import { ownKind } from '#shared/documents/own/kind.ts';
import { recordOf, textOf } from '#shared/documents/plan/records.ts';
import { PLAN_PARTS } from '#shared/documents/plan/roots.ts';
import { type RawStruct, rawAny, rawString, rawType, rawUpdate } from '../../../helpers/evil-updates.ts';

const RULES = compileKind(ownKind);
const LEON = 101;
const SERVER = 99;
const CARD = 'card-1';

/** An own document with one card that is not shown, and one that the server has marked as shown. */
function ownDoc(): Y.Doc {
  const doc = emptyDoc(RULES);
  doc.clientID = SERVER;
  addCard(doc, { id: CARD, kind: 'ziel', text: 'Ich will reiten' }, null);
  addCard(doc, { id: 'shown', kind: 'satz', text: 'Es ist laut' }, null);
  cardMap(doc).get('shown')?.set('shown', { at: '2026-01-01T00:00:00.000Z', paragraphs: [] });
  return doc;
}

function context(doc: Y.Doc): GuardContext {
  return {
    doc,
    participationId: 'leon',
    writer: { personId: 'p-leon', leads: false },
    ownerOf: (client) => (client === LEON ? 'leon' : undefined),
    writable: new Set(ownKind.writable('junger_mensch', 'open')),
    open: true,
    room: 'free',
    limits: RULES.limits,
  };
}

/** What `change` writes as Leon, on top of what the server has. */
function written(server: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = emptyDoc(RULES);
  doc.clientID = LEON;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc));
  return Y.encodeStateAsUpdate(doc, before);
}

const verdictOf = (server: Y.Doc, update: Uint8Array): string => {
  const verdict = judge(update, context(server));
  return verdict.kind === 'refuse' ? verdict.code : verdict.kind;
};
const raw = (...structs: RawStruct[]): Uint8Array => rawUpdate([{ client: LEON, clock: 0, structs }]);

describe('an own document', () => {
  const honest: [string, (doc: Y.Doc) => void][] = [
    [
      'a new card with its place',
      (doc) => addCard(doc, { kind: 'staerke', text: 'Oma', to: 'sozial' }, null),
    ],
    ['typing', (doc) => cardText(doc, CARD)?.insert(0, 'Ja: ')],
    ['putting away', (doc) => removeCard(doc, CARD, 'p-leon', null)],
    [
      'bringing back',
      (doc) => {
        removeCard(doc, CARD, 'p-leon', null);
        restoreCard(doc, CARD, null);
      },
    ],
    ['another kind', (doc) => cardMap(doc).get(CARD)?.set('kind', 'satz')],
  ];
  it.each(honest)('[GU2] [OW1] takes %s', (_what, change) => {
    const server = ownDoc();
    expect(verdictOf(server, written(server, change))).toBe('pass');
  });

  const closed: [string, (doc: Y.Doc) => void][] = [
    ['a field that no card has', (doc) => cardMap(doc).get(CARD)?.set('colour', 'red')],
    ['a field of a goal', (doc) => cardMap(doc).get(CARD)?.set('textOwn', textOf('x'))],
    ['words where a value stands', (doc) => cardMap(doc).get(CARD)?.set('order', textOf('a0'))],
    ['a value where words stand', (doc) => cardMap(doc).get(CARD)?.set('text', 'x')],
    ['a new card with a field too many', (doc) => cardMap(doc).set('new', recordOf({ kind: 'ziel', x: 1 }))],
    ['no record', (doc) => (doc.getMap('cards') as Y.Map<unknown>).set('new', 'x')],
    [
      'the mark of what is shown',
      (doc) => cardMap(doc).get(CARD)?.set('shown', { at: 'now', paragraphs: [] }),
    ],
    ['taking that mark away', (doc) => cardMap(doc).get('shown')?.delete('shown')],
    [
      'a new card that says it is shown',
      (doc) => cardMap(doc).set('new', recordOf({ kind: 'ziel', shown: { at: 'x', paragraphs: [] } })),
    ],
  ];
  it.each(closed)('[OW1] refuses %s', (_what, change) => {
    const server = ownDoc();
    expect(['schema', 'forbidden_part']).toContain(verdictOf(server, written(server, change)));
  });

  it.each(PLAN_PARTS)('[OW1] has no root %s, whatever is put there', (root) => {
    const server = ownDoc();
    const updates = [
      raw(rawType(1, { root, key: 'x' })),
      raw(rawAny([{ x: 1 }], { root, key: 'x' })),
      raw(rawType(3, { root }, 'paragraph')),
      raw(rawString('x', { root })),
      raw(rawType(1, { root: 'cards', key: 'x' }), rawAny([1], { root, key: 'x' })),
    ];
    expect(updates.map((update) => verdictOf(server, update))).toEqual(updates.map(() => 'forbidden_part'));
  });

  it('[OW10] the shared screen, which is nobody, writes nothing in any state', () => {
    for (const state of ['open', 'freezing', 'frozen', 'sealed'] as const) {
      expect(ownKind.writable('bildschirm', state)).toEqual([]);
      expect(ownKind.writable('junger_mensch', state)).toEqual(['cards']);
    }
  });
});
