import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { GuardContext } from '#server/sync/guard/context.ts';
import { judge, type Verdict } from '#server/sync/guard/guard.ts';
import { onTheTable } from '#server/sync/guard/quota.ts';
import { addAgreement, addService, setAdvice, setServiceField } from '#shared/documents/plan/arrangements.ts';
import {
  addGoal,
  moveGoal,
  readGoals,
  removeGoal,
  restoreGoal,
  setGoalText,
  setScale,
} from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource, linkResource, placeResource } from '#shared/documents/plan/resources.ts';
import { PLAN_PARTS, type PlanPart, TEXT_SECTIONS, type TextSection } from '#shared/documents/plan/roots.ts';
import { suggest, takeSuggestion } from '#shared/documents/plan/suggestions.ts';
import { addText, textRecord } from '#shared/documents/plan/texts.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import type { NackName } from '#shared/wire/messages.ts';
import { shapeFaults } from '../../helpers/document-shape.ts';
import {
  type RawPlace,
  type RawStruct,
  rawAny,
  rawGap,
  rawItem,
  rawString,
  rawType,
  rawUpdate,
} from '../../helpers/evil-updates.ts';
import { PLAN_RULES, planDoc } from '../../helpers/plan-doc.ts';
import { appendParagraphs, firstText, writeOldParagraphs } from '../../helpers/plan-texts.ts';

const ANNA = 101;
const BEN = 202;
const STRANGER = 303;
const GOAL = 'goal-1';

/** The server's document with one goal that Anna made, and both of their documents. */
function table(): { server: Y.Doc; anna: Y.Doc; ben: Y.Doc } {
  const server = planDoc();
  Y.applyUpdate(server, seedPlan({ ...EMPTY_SEED, leitziel: 'Zusammen', texts: { anlass: ['Darum'] } }));
  const anna = replica(server, ANNA);
  addGoal(anna, null, { id: GOAL, textOwn: 'Pünktlich sein' }, ORIGIN.list);
  Y.applyUpdate(server, Y.encodeStateAsUpdate(anna));
  return { server, anna, ben: replica(server, BEN) };
}

function replica(of: Y.Doc, clientId: number): Y.Doc {
  const doc = planDoc();
  doc.clientID = clientId;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(of));
  return doc;
}

/** What `change` writes, as one update. */
function written(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array): void => {
    updates.push(update);
  };
  doc.on('update', listen);
  doc.transact(change, ORIGIN.list);
  doc.off('update', listen);
  return updates[0] ?? Y.encodeStateAsUpdate(doc, before);
}

function context(server: Y.Doc, change: Partial<GuardContext> = {}): GuardContext {
  const owners = new Map([
    [ANNA, 'anna'],
    [BEN, 'ben'],
  ]);
  return {
    doc: server,
    participationId: 'ben',
    writer: { personId: 'person-1', leads: false },
    ownerOf: (client) => owners.get(client),
    writable: new Set(PLAN_PARTS),
    open: true,
    room: 'free',
    limits: PLAN_RULES.limits,
    ...change,
  };
}

function codeOf(verdict: Verdict): NackName | Verdict['kind'] {
  return verdict.kind === 'refuse' ? verdict.code : verdict.kind;
}

const textId = (doc: Y.Doc, key: string): [number, number] => {
  const record = doc.getMap<Y.Map<unknown>>('goals').get(GOAL);
  const { id } = (record?.get(key) as Y.Text)._item as Y.Item;
  return [id.client, id.clock];
};
const recordId = (doc: Y.Doc): [number, number] => {
  const { id } = doc.getMap<Y.Map<unknown>>('goals').get(GOAL)?._item as Y.Item;
  return [id.client, id.clock];
};
/** Id of a character of the goal's sentence. */
const letterId = (doc: Y.Doc, at: number): [number, number] => {
  const record = doc.getMap<Y.Map<unknown>>('goals').get(GOAL);
  const { id } = (record?.get('textOwn') as Y.Text)._start as Y.Item;
  return [id.client, id.clock + at];
};

function sectionOf(part: PlanPart): TextSection {
  return TEXT_SECTIONS.find((section) => part === `section:${section}`) ?? 'anlass';
}

describe('honest edits pass', () => {
  const edits: [string, (doc: Y.Doc) => void][] = [
    ['a new goal', (doc) => addGoal(doc, GOAL, { textOwn: 'Wecker stellen' }, ORIGIN.list)],
    ['typing', (doc) => setGoalText(doc, GOAL, 'textOwn', 'Pünktlich und wach sein', ORIGIN.text)],
    ['emoji', (doc) => setGoalText(doc, GOAL, 'textOwn', '👨‍👩‍👧 学校\nZeile', ORIGIN.text)],
    ['deleting words', (doc) => setGoalText(doc, GOAL, 'textOwn', '', ORIGIN.text)],
    ['moving', (doc) => moveGoal(doc, GOAL, null, ORIGIN.board, null)],
    ['a scale', (doc) => setScale(doc, GOAL, 'person-1', 7, ORIGIN.list)],
    [
      'taking a scale back',
      (doc) => {
        setScale(doc, GOAL, 'person-1', 7, ORIGIN.list);
        setScale(doc, GOAL, 'person-1', null, ORIGIN.list);
      },
    ],
    ['removing', (doc) => removeGoal(doc, GOAL, 'person-1', ORIGIN.list)],
    [
      'bringing back',
      (doc) => {
        removeGoal(doc, GOAL, 'person-1', ORIGIN.list);
        restoreGoal(doc, GOAL, ORIGIN.list);
      },
    ],
    [
      'a resource with links and a place',
      (doc) => {
        const id = addResource(doc, { domain: 'sozial', title: 'Oma', supports: [GOAL] }, ORIGIN.list);
        placeResource(doc, id, [10, -20], ORIGIN.board);
        linkResource(doc, id, GOAL, false, ORIGIN.list);
      },
    ],
    ['an agreement', (doc) => addAgreement(doc, 'Wir rufen an.', ORIGIN.list)],
    ['a paragraph', (doc) => appendParagraphs(doc, 'bedarf', ['Ruhe', ''], ORIGIN.text)],
    [
      'splitting a paragraph',
      (doc) => {
        firstText(doc, 'anlass').insert(2, '\n');
      },
    ],
    ['deleting a running text', (doc) => firstText(doc, 'anlass').delete(0, 2)],
  ];
  it.each(edits)('[GU2] %s', (_name, change) => {
    const { server, ben } = table();
    const update = written(ben, () => change(ben));
    expect(judge(update, context(server))).toMatchObject({ kind: 'pass', update, claims: [] });
    Y.applyUpdate(server, update);
    expect(shapeFaults(server)).toEqual([]);
    expect(judge(update, context(server))).toMatchObject({ kind: 'nothing' });
  });

  it('[GU3] a new client id is claimed at first sight', () => {
    const { server } = table();
    const fresh = replica(server, STRANGER);
    const update = written(fresh, () => addGoal(fresh, null, {}, ORIGIN.list));
    expect(judge(update, context(server))).toMatchObject({ kind: 'pass', update, claims: [STRANGER] });
  });

  it('[GU4] a full answer with other people’s words and deletions brings nothing new', () => {
    const { server, anna } = table();
    Y.applyUpdate(
      server,
      written(anna, () => setGoalText(anna, GOAL, 'textOwn', 'Kurz', ORIGIN.text)),
    );
    const screen = replica(server, STRANGER);
    const answer = Y.encodeStateAsUpdate(screen);
    const reader = context(server, { participationId: 'screen', writable: new Set() });
    expect(judge(answer, reader)).toMatchObject({ kind: 'nothing' });
    expect(judge(Y.encodeStateAsUpdate(screen, Y.encodeStateVector(server)), reader)).toMatchObject({
      kind: 'nothing',
    });
  });

  it('[GU4] words typed offline into a record that was erased meanwhile do no harm', () => {
    const { server, ben } = table();
    Y.applyUpdate(
      server,
      written(server, () => server.getMap('goals').delete(GOAL)),
    );
    const update = written(ben, () => setGoalText(ben, GOAL, 'textOwn', 'Trotzdem', ORIGIN.text));
    expect(codeOf(judge(update, context(server)))).toBe('pass');
    Y.applyUpdate(server, update);
    expect(shapeFaults(server)).toEqual([]);
  });

  it('[GU2] a struct of which the server holds the head only', () => {
    const { server, ben } = table();
    const first = written(ben, () => setGoalText(ben, GOAL, 'indicator', 'ab', ORIGIN.text));
    Y.applyUpdate(server, first);
    setGoalText(ben, GOAL, 'indicator', 'abcd', ORIGIN.text);
    // Yjs has merged both insertions into one struct, which is sent whole.
    const verdict = judge(Y.encodeStateAsUpdate(ben), context(server));
    expect(verdict.kind).toBe('pass');
    if (verdict.kind === 'pass') {
      Y.applyUpdate(server, verdict.update);
    }
    expect(Y.encodeStateAsUpdate(server)).toEqual(Y.encodeStateAsUpdate(ben));
  });
});

describe('what was written over before it was sent', () => {
  it('[GU2] values that a client keeps for its undo pass, and are not kept here', () => {
    const { server, ben } = table();
    const undo = new Y.UndoManager(ben.getMap('goals'), { trackedOrigins: new Set([ORIGIN.list]) });
    for (const value of [3, 5, 7, null]) {
      setScale(ben, GOAL, 'person-1', value, ORIGIN.list);
    }
    // Yjs has joined the three values to one item, which no plan holds alive.
    const joined = Y.encodeStateAsUpdate(ben, Y.encodeStateVector(server));
    expect(Y.decodeUpdate(joined).structs.some(({ length }) => length === 3)).toBe(true);
    expect(judge(joined, context(server))).toMatchObject({ kind: 'pass' });
    Y.applyUpdate(server, joined);
    expect(shapeFaults(server)).toEqual([]);
    expect(readGoals(server)).toEqual(readGoals(ben));
    undo.destroy();
  });
});

describe('what is refused', () => {
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
  const one = (client: number, clock: number, ...structs: RawStruct[]): Uint8Array =>
    rawUpdate([{ client, clock, structs }]);
  const ben = (...structs: RawStruct[]): Uint8Array => one(BEN, 0, ...structs);
  const inGoals = (key: string, ...rest: RawStruct[]): Uint8Array =>
    ben(rawType(1, { root: 'goals', key }), ...rest);

  const rows: [string, NackName | 'gap', (server: Y.Doc) => Uint8Array][] = [
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

  it.each(rows)('[GU5] %s: %s', (_name, code, make) => {
    const { server } = table();
    const before = Y.encodeStateAsUpdate(server);
    expect(codeOf(judge(make(server), context(server)))).toBe(code);
    expect(Y.encodeStateAsUpdate(server)).toEqual(before);
  });

  const lasting: typeof rows = [
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

describe('who may write', () => {
  const typing = (ben: Y.Doc): Uint8Array =>
    written(ben, () => setGoalText(ben, GOAL, 'textOwn', 'Anders', ORIGIN.text));

  it('[GU1] a role without parts writes nothing', () => {
    const { server, ben } = table();
    expect(codeOf(judge(typing(ben), context(server, { writable: new Set() })))).toBe('forbidden_part');
  });

  it('[GU1] outside open and freezing nobody writes', () => {
    const { server, ben } = table();
    expect(codeOf(judge(typing(ben), context(server, { open: false, writable: new Set() })))).toBe('locked');
  });

  it.each(
    PLAN_PARTS.filter((part) => part === 'goals' || part.startsWith('section:')),
  )('[GU6] without the part %s neither words nor deletions in it pass', (part: PlanPart) => {
    const { server, ben } = table();
    const without = context(server, { writable: new Set(PLAN_PARTS.filter((other) => other !== part)) });
    const add = written(ben, () =>
      part === 'goals'
        ? setGoalText(ben, GOAL, 'textOwn', 'Pünktlich sein und bleiben', ORIGIN.text)
        : addText(ben, sectionOf(part), { id: 'x', words: 'Neu' }, ORIGIN.text),
    );
    expect(codeOf(judge(add, without))).toBe('forbidden_part');
    Y.applyUpdate(server, add);
    const erase = written(ben, () =>
      part === 'goals'
        ? setGoalText(ben, GOAL, 'textOwn', '', ORIGIN.text)
        : textRecord(ben, sectionOf(part), 'x')?.delete('voice'),
    );
    expect(codeOf(judge(erase, without))).toBe('forbidden_part');
  });

  it('[GU6] one update over an allowed and a forbidden part is refused as a whole', () => {
    const { server, ben } = table();
    const both = written(ben, () => {
      setGoalText(ben, GOAL, 'textOwn', 'Erlaubt', ORIGIN.text);
      addResource(ben, { domain: 'sozial', title: 'Verboten' }, ORIGIN.list);
    });
    const without = context(server, { writable: new Set<PlanPart>(['goals']) });
    expect(codeOf(judge(both, without))).toBe('forbidden_part');
  });

  it('[GU7] a full plan takes deletions only', () => {
    const { server, ben } = table();
    const full = context(server, { room: 'reserve' });
    const shorter = written(ben, () => setGoalText(ben, GOAL, 'textOwn', 'Pünktlich', ORIGIN.text));
    expect(codeOf(judge(shorter, full))).toBe('pass');
    const longer = written(ben, () => setGoalText(ben, GOAL, 'textOwn', 'Pünktlich sein', ORIGIN.text));
    Y.applyUpdate(server, shorter);
    expect(codeOf(judge(longer, full))).toBe('quota');
  });

  it('[GU7] a part takes so many records and no more', () => {
    const { server, ben } = table();
    const few = context(server, { limits: { ...PLAN_RULES.limits, recordsPerPart: 1 } });
    const goal = written(ben, () => addGoal(ben, null, {}, ORIGIN.list));
    expect(codeOf(judge(goal, few))).toBe('quota');
  });

  it('[GU7] [GU17] a part of which every page draws each record takes fewer, half of them of one person', () => {
    const { server, ben } = table();
    const add = (): Uint8Array => written(ben, () => addText(ben, 'anlass', { words: 'x' }, ORIGIN.text));
    for (let n = 0; n < 100; n++) {
      const update = add();
      expect(codeOf(judge(update, context(server)))).toBe('pass');
      Y.applyUpdate(server, update);
    }
    const more = add();
    expect(codeOf(judge(more, context(server)))).toBe('quota');
    expect(PLAN_RULES.roots.get('section:anlass')?.most).toBe(200);
  });

  it('[GU17] what a freeze has made anew is no way for one person to take the rest', () => {
    const { server, ben } = table();
    for (let n = 0; n < 150; n++) {
      Y.applyUpdate(
        server,
        written(ben, () => addText(ben, 'anlass', { words: 'x' }, ORIGIN.text)),
      );
    }
    // Of those, nobody is the owner any more.
    const anew = context(server, { ownerOf: () => undefined });
    const again = replica(server, 909);
    const ownerOf = (client: number): string | undefined => (client === 909 ? 'ben' : undefined);
    let taken = 0;
    for (; taken < 100; taken++) {
      const update = written(again, () => addText(again, 'anlass', { words: 'y' }, ORIGIN.text));
      if (codeOf(judge(update, { ...anew, ownerOf })) === 'quota') {
        break;
      }
      Y.applyUpdate(server, update);
    }
    expect(taken).toBe(25);
  });

  it('[GU7] [GU17] nobody fills somebody else’s goal with fields: it is still given a number and taken away', () => {
    const { server, ben } = table();
    const few = context(server, {
      writer: { personId: 'person-1', leads: true },
      limits: { ...PLAN_RULES.limits, fieldsPerRecord: 10 },
    });
    for (let n = 0; n < 5; n++) {
      const update = written(ben, () => setScale(ben, GOAL, `q${n}`, 3, ORIGIN.list, 'person-1'));
      expect(codeOf(judge(update, few))).toBe('pass');
      Y.applyUpdate(server, update);
    }
    const more = written(ben, () => setScale(ben, GOAL, 'q9', 3, ORIGIN.list, 'person-1'));
    expect(codeOf(judge(more, few))).toBe('quota');
    const anna = replica(server, ANNA + 1);
    const whose = (client: number): string | undefined => (client === BEN ? 'ben' : 'anna');
    const annas = {
      ...few,
      participationId: 'anna',
      writer: { personId: 'anna', leads: false },
      ownerOf: whose,
    };
    const number = written(anna, () => setScale(anna, GOAL, 'anna', 7, ORIGIN.list));
    expect(codeOf(judge(number, annas))).toBe('pass');
    const full = { ...annas, limits: { ...few.limits, fieldsPerRecord: 5 } };
    const away = written(anna, () => removeGoal(anna, GOAL, 'anna', ORIGIN.list));
    Y.applyUpdate(server, number);
    expect(codeOf(judge(away, full))).toBe('pass');
  });

  it('[GU18] a mark of removal is who and when, for the guard, the count and the readers alike', () => {
    const marks: unknown[] = [
      true,
      1,
      'x',
      null,
      {},
      [],
      { by: 'x' },
      { by: 1, at: 2 },
      { by: 'x', at: 'then' },
    ];
    for (const mark of [...marks, { by: 'x', at: '2026-01-01T00:00:00.000Z', more: 1 }]) {
      const { server, ben } = table();
      const update = written(ben, () => ben.getMap<Y.Map<unknown>>('goals').get(GOAL)?.set('removed', mark));
      expect(judge(update, context(server)), JSON.stringify(mark)).toMatchObject({
        kind: 'refuse',
        code: 'schema',
      });
      // One that is there all the same takes nothing from the table, and is counted there.
      Y.applyUpdate(server, update);
      expect(readGoals(server)).toHaveLength(1);
      expect(onTheTable(server.getMap('goals')._map)).toBe(1);
    }
    const { server, ben } = table();
    const update = written(ben, () => removeGoal(ben, GOAL, 'person-1', ORIGIN.list));
    expect(judge(update, context(server)).kind).toBe('pass');
    Y.applyUpdate(server, update);
    expect(onTheTable(server.getMap('goals')._map)).toBe(readGoals(server).length);
  });

  const AT = '2026-01-01T00:00:00.000Z';
  const goalOf = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('goals').get(GOAL);
  const LEAD = { personId: 'person-1', leads: true };
  it.each([
    ['another’s number', (doc: Y.Doc) => setScale(doc, GOAL, 'leon', 5, ORIGIN.list)],
    ['one for another', (doc: Y.Doc) => setScale(doc, GOAL, 'leon', 5, ORIGIN.list, 'person-1')],
    ['taking another’s number away', (doc: Y.Doc) => setScale(doc, GOAL, 'anna', null, ORIGIN.list)],
    [
      'an own number in another’s name',
      (doc: Y.Doc) => goalOf(doc)?.set('scale:person-1', { value: 5, by: 'anna' }),
    ],
    ['a mark in another’s name', (doc: Y.Doc) => removeGoal(doc, GOAL, 'anna', ORIGIN.list)],
    ['a mark of nobody', (doc: Y.Doc) => goalOf(doc)?.set('removed', { by: '', at: AT })],
    [
      'words in another’s name',
      (doc: Y.Doc) => addText(doc, 'anlass', { words: 'x', voice: 'anna' }, ORIGIN.place),
    ],
  ])('[GU22] %s is refused, and who leads passes only by their own name', (what, change) => {
    const { server, ben } = table();
    goalOf(server)?.set('scale:anna', 7);
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(server));
    const update = written(ben, () => change(ben));
    expect(judge(update, context(server))).toMatchObject({ kind: 'refuse', code: 'forbidden_part' });
    const nobody = context(server, { writer: { personId: null, leads: true } });
    expect(codeOf(judge(update, nobody))).not.toBe(what === 'a mark of nobody' ? 'forbidden_part' : 'pass');
  });

  it('[GU22] who leads enters a number for somebody with their own name beside it, and words for them', () => {
    const verdictOn = (change: (doc: Y.Doc) => void): string => {
      const { server, ben } = table();
      const update = written(ben, () => change(ben));
      return codeOf(judge(update, context(server, { writer: LEAD })));
    };
    expect(verdictOn((doc) => setScale(doc, GOAL, 'leon', 5, ORIGIN.list, 'person-1'))).toBe('pass');
    expect(verdictOn((doc) => setScale(doc, GOAL, 'leon', 5, ORIGIN.list))).toBe('forbidden_part');
    expect(verdictOn((doc) => setScale(doc, GOAL, 'leon', 5, ORIGIN.list, 'anna'))).toBe('forbidden_part');
    const words = { words: 'x', voice: 'leon' };
    expect(verdictOn((doc) => addText(doc, 'anlass', words, ORIGIN.place))).toBe('pass');
  });

  it('[GU23] what the office answers for is written by who leads; others suggest it in their own name', () => {
    const verdictOn = (change: (doc: Y.Doc) => void, leads: boolean): string => {
      const { server, ben } = table();
      addService(server, { id: 'known', helpForm: 's31', hoursPerWeek: 4 }, ORIGIN.seed);
      Y.applyUpdate(ben, Y.encodeStateAsUpdate(server));
      const update = written(ben, () => change(ben));
      return codeOf(judge(update, context(server, { writer: { personId: 'person-1', leads } })));
    };
    const offices: ((doc: Y.Doc) => void)[] = [
      (doc) => setServiceField(doc, 'known', 'hoursPerWeek', 40, ORIGIN.list),
      (doc) => setServiceField(doc, 'known', 'helpForm', null, ORIGIN.list),
      (doc) => doc.getMap<Y.Map<unknown>>('service').get('known')?.delete('hoursPerWeek'),
      (doc) => setAdvice(doc, 'ombudsOfficeNamed', true, ORIGIN.list),
      (doc) => addService(doc, { helpForm: 's34' }, ORIGIN.list),
      (doc) => takeSuggestion(doc, 'known', { field: 'hoursTotal', personId: 'leon', value: 9 }, ORIGIN.list),
    ];
    expect(offices.map((change) => verdictOn(change, false))).toEqual(offices.map(() => 'forbidden_part'));
    expect(offices.map((change) => verdictOn(change, true))).toEqual(offices.map(() => 'pass'));
    const suggestion = (personId: string) => (doc: Y.Doc) =>
      suggest(doc, 'known', { field: 'hoursPerWeek', personId, value: 6 }, ORIGIN.list);
    expect(verdictOn(suggestion('person-1'), false)).toBe('pass');
    expect(verdictOn(suggestion('leon'), false)).toBe('forbidden_part');
    expect(verdictOn((doc) => addService(doc, { provider: 'Träger' }, ORIGIN.list), false)).toBe('pass');
  });

  it('[GU22] a deleted piece in the place of another’s number takes it away too, and is refused', () => {
    const { server, ben } = table();
    goalOf(server)?.set('scale:anna', 7);
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(server));
    const undo = new Y.UndoManager(ben.getMap('goals'), { trackedOrigins: new Set([ORIGIN.list]) });
    const update = written(ben, () => {
      goalOf(ben)?.set('scale:anna', 3);
      goalOf(ben)?.delete('scale:anna');
    });
    expect(judge(update, context(server))).toMatchObject({ kind: 'refuse', code: 'forbidden_part' });
    undo.destroy();
  });

  it('[GU19] the fixed records are all that there are, and a value is no place for a text', () => {
    const { server, ben } = table();
    const other = written(ben, () => ben.getMap('meta').set('canary', new Y.Map([['date', 'x']])));
    expect(judge(other, context(server))).toMatchObject({ kind: 'refuse', code: 'schema' });
    const long = replica(server, BEN);
    const value = written(long, () =>
      long.getMap<Y.Map<unknown>>('goals').get(GOAL)?.set('voice', 'x'.repeat(5_000)),
    );
    expect(judge(value, context(server))).toMatchObject({ kind: 'refuse', code: 'too_large' });
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

function jsonPayload(text: string): RawStruct {
  return (encoder) => encoding.writeVarString(encoder, text);
}
