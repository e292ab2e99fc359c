import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { SyncLimits } from '#server/sync/limits.ts';
import { createMemoryStore, type MemoryStore } from '#server/sync/log/memory-store.ts';
import { createSyncHub } from '#server/sync/room/hub.ts';
import { JointEditRefused } from '#server/sync/room/joint-edit.ts';
import type { SyncHub } from '#server/sync/types.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { addCard, type CardKind } from '#shared/documents/own/cards.ts';
import { showCards } from '#shared/documents/own/move.ts';
import { addAgreement, readAgreements, setAgreementText } from '#shared/documents/plan/arrangements.ts';
import {
  addGoal,
  moveGoal,
  readGoals,
  removedGoals,
  removeGoal,
  restoreGoal,
  setGoalText,
  setScale,
} from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource } from '#shared/documents/plan/resources.ts';
import { PLAN_PARTS } from '#shared/documents/plan/roots.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import { FakeSocket } from '../../helpers/fake-socket.ts';
import { type HandTimers, handTimers, settle } from '../../helpers/hand-timers.ts';
import { participant } from '../../helpers/sync-server.ts';

type Write = (doc: Y.Doc) => void;
const WORDS = 'x'.repeat(1_000);
const goal =
  (id: string, textOwn = ''): Write =>
  (doc) => {
    addGoal(doc, null, { id, textOwn }, ORIGIN.list);
  };

describe('room in a plan', () => {
  let memory: MemoryStore;
  let timers: HandTimers;
  let hub: SyncHub | null = null;

  beforeEach(() => {
    memory = createMemoryStore();
    memory.createDocument('plan', seedPlan(EMPTY_SEED));
    memory.createDocument('other', seedPlan(EMPTY_SEED));
    timers = handTimers();
  });
  afterEach(() => hub?.close());

  function open(limits: Partial<SyncLimits>): void {
    hub = createSyncHub({
      kinds: DOCUMENT_KINDS,
      store: memory,
      timers,
      limits: { messagesBurst: 100_000, shareOfOne: 1, ...limits },
      facts: async (documentId) => {
        const state = memory.stateOf(documentId);
        return state && { state, phase: 'ziele' };
      },
    });
  }
  async function come(name: string, plan = 'plan'): Promise<FakeSocket> {
    const socket = new FakeSocket();
    hub?.connect(socket.asSocket(), plan, participant(name));
    socket.hello();
    await settle();
    socket.answer();
    await timers.pass(10);
    return socket;
  }
  /** What the server says to one edit. As the client does, what is refused is thrown away. */
  async function answerTo(socket: FakeSocket, write: Write): Promise<string> {
    const before = socket.of('nack').length;
    const acked = socket.of('ack').at(-1)?.n ?? 0;
    socket.write(write);
    await timers.pass(20);
    const nack = socket.of('nack').slice(before)[0];
    return nack?.code ?? ((socket.of('ack').at(-1)?.n ?? 0) > acked ? 'taken' : 'nothing');
  }
  /** A fresh page of the same person. */
  async function again(socket: FakeSocket): Promise<FakeSocket> {
    socket.drop();
    return come('anna');
  }
  async function filled(): Promise<FakeSocket> {
    const anna = await come('anna');
    for (let n = 0; ; n++) {
      if ((await answerTo(anna, goal(`g${n}`, WORDS))) === 'quota') {
        expect(n).toBeGreaterThan(10);
        return again(anna);
      }
    }
  }

  it('[GU7] a full plan takes what makes room, and edits again when there is some; others notice nothing', async () => {
    open({ documentBytes: 30_000 });
    const anna = await filled();
    const refused: [string, Write][] = [
      ['a new goal', goal('new')],
      ['a new resource', (doc) => addResource(doc, { domain: 'sozial' }, ORIGIN.list)],
      ['words', (doc) => setGoalText(doc, 'g1', 'textOwn', `${WORDS}!`, ORIGIN.text)],
    ];
    let page = anna;
    for (const [what, write] of refused) {
      expect(await answerTo(page, write), what).toBe('quota');
      page = await again(page);
    }
    const taken: [string, Write][] = [
      ['off the table', (doc) => removeGoal(doc, 'g2', 'person-anna', ORIGIN.list)],
      ['back on the table', (doc) => restoreGoal(doc, 'g2', ORIGIN.list)],
      ['off the table again', (doc) => removeGoal(doc, 'g2', 'person-anna', ORIGIN.list)],
      ['moving', (doc) => moveGoal(doc, 'g3', 'g4', ORIGIN.board)],
      ['a number', (doc) => setScale(doc, 'g3', 'person-anna', 4, ORIGIN.list)],
      ['fewer words', (doc) => setGoalText(doc, 'g0', 'textOwn', '', ORIGIN.text)],
      ['and fewer', (doc) => setGoalText(doc, 'g1', 'textOwn', '', ORIGIN.text)],
    ];
    for (const [what, write] of taken) {
      expect(await answerTo(page, write), what).toBe('taken');
    }
    expect(removedGoals(page.doc).map(({ id }) => id)).toEqual(['g2']);
    const ben = await come('ben', 'other');
    expect(await answerTo(ben, goal('x', WORDS))).toBe('taken');
    await timers.pass(2_000);
    expect(await answerTo(page, goal('fits'))).toBe('taken');
  });

  it('[GU7] a tenth beyond its size only deletions are taken', async () => {
    open({ documentBytes: 30_000 });
    let anna = await filled();
    let taken = 0;
    // Two fields in turn, so that nothing merges.
    const scribble =
      (n: number): Write =>
      (doc) =>
        setScale(doc, `g${n % 2}`, 'person-anna', n % 11, ORIGIN.list);
    for (let n = 0; (await answerTo(anna, scribble(n))) === 'taken'; n++) {
      taken++;
      expect(n).toBeLessThan(3_000);
    }
    expect(taken).toBeGreaterThan(20);
    anna = await again(anna);
    expect(await answerTo(anna, (doc) => removeGoal(doc, 'g2', 'person-anna', ORIGIN.list))).toBe('quota');
    anna = await again(anna);
    for (let n = 0; n < 8; n++) {
      expect(await answerTo(anna, (doc) => setGoalText(doc, `g${n}`, 'textOwn', '', ORIGIN.text))).toBe(
        'taken',
      );
    }
    await timers.pass(2_000);
    expect(await answerTo(anna, goal('fits'))).toBe('taken');
  });

  it('[GU7] a plan of very many small pieces is full as well', async () => {
    open({ documentStructs: 300 });
    const anna = await come('anna');
    expect(await answerTo(anna, goal('g0', 'x'))).toBe('taken');
    expect(await answerTo(anna, goal('g1', 'x'))).toBe('taken');
    const answers: string[] = [];
    for (let n = 0; n < 400 && answers.at(-1) !== 'quota'; n++) {
      answers.push(
        await answerTo(anna, (doc) => setScale(doc, `g${n % 2}`, 'person-anna', n % 11, ORIGIN.list)),
      );
    }
    expect(answers.at(-1)).toBe('quota');
    expect(answers.length).toBeGreaterThan(200);
  });

  it('[GU7] so many goals lie on the table; one that is taken off makes place', async () => {
    open({ recordsOnTable: 5, recordsPerPart: 8 });
    let anna = await come('anna');
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      expect(await answerTo(anna, goal(id))).toBe('taken');
    }
    expect(await answerTo(anna, goal('f'))).toBe('quota');
    anna = await again(anna);
    expect(await answerTo(anna, (doc) => removeGoal(doc, 'a', 'person-anna', ORIGIN.list))).toBe('taken');
    expect(await answerTo(anna, goal('f'))).toBe('taken');
    expect(await answerTo(anna, (doc) => restoreGoal(doc, 'a', ORIGIN.list))).toBe('taken');
    expect(readGoals(anna.doc)).toHaveLength(6);
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      await answerTo(anna, (doc) => removeGoal(doc, id, 'person-anna', ORIGIN.list));
    }
    expect([await answerTo(anna, goal('g')), await answerTo(anna, goal('h'))]).toEqual(['taken', 'taken']);
    // Eight records in all: what is removed still lies in the plan until it is frozen.
    expect(await answerTo(anna, goal('i'))).toBe('quota');
  });

  it('[GU7] a record takes so many fields; writing one that is there goes on', async () => {
    open({ fieldsPerRecord: 30 });
    const anna = await come('anna');
    await answerTo(anna, goal('a'));
    const scale =
      (n: number): Write =>
      (doc) =>
        setScale(doc, 'a', `person-${n}`, 3, ORIGIN.list, 'person-anna');
    let last = 0;
    while ((await answerTo(anna, scale(last))) === 'taken') {
      last++;
    }
    expect(last).toBeGreaterThan(5);
    const page = await again(anna);
    expect(await answerTo(page, (doc) => setScale(doc, 'a', 'person-0', 9, ORIGIN.list, 'person-anna'))).toBe(
      'taken',
    );
    expect(await answerTo(page, scale(last))).toBe('quota');
  });

  it('[GU17] one person cannot fill a plan: the others go on, and whoever has made room is let in again', async () => {
    open({ documentBytes: 30_000, shareOfOne: 0.5 });
    const [anna, ben] = [await come('anna'), await come('ben')];
    let last = '';
    let count = 0;
    for (; last !== 'quota' && count < 100; count++) {
      last = await answerTo(anna, goal(`g${count}`, WORDS));
    }
    expect(count).toBeGreaterThan(10);
    expect(count).toBeLessThan(20);
    expect(await answerTo(ben, goal('ben', WORDS))).toBe('taken');
    const page = await again(anna);
    expect(await answerTo(page, (doc) => setScale(doc, 'g1', 'person-anna', 4, ORIGIN.list))).toBe('taken');
    for (const id of ['g0', 'g1', 'g2']) {
      expect(await answerTo(page, (doc) => setGoalText(doc, id, 'textOwn', '', ORIGIN.text))).toBe('taken');
    }
    await timers.pass(2_000);
    expect(await answerTo(page, goal('fits'))).toBe('taken');
  });

  it('[GU17] values of records fill nothing either, whatever person their field is named after', async () => {
    open({ documentBytes: 100_000, shareOfOne: 0.5 });
    const [anna, ben] = [await come('anna'), await come('ben')];
    const stuff =
      (n: number): Write =>
      (doc) => {
        goal(`g${n}`)(doc);
        const scales = Array.from({ length: 4 }, (_, at) => `scale:${n}-${at}`);
        for (const key of scales) {
          doc
            .getMap<Y.Map<unknown>>('goals')
            .get(`g${n}`)
            ?.set(key, { value: 'x'.repeat(3_000), by: 'person-anna' });
        }
      };
    let last = '';
    for (let n = 0; n < 30 && last !== 'quota'; n++) {
      last = await answerTo(anna, stuff(n));
    }
    expect(last).toBe('quota');
    expect(await answerTo(ben, goal('ben', WORDS))).toBe('taken');
  });

  it('[GU17] what one person has brought is not added up with each of their edits', async () => {
    open({ documentBytes: 24_000, shareOfOne: 0.5 });
    const anna = await come('anna');
    const scales = (doc: Y.Doc): void => {
      goal('g')(doc);
      for (let n = 0; n < 150; n++) {
        setScale(doc, 'g', `p${n}`, 3, ORIGIN.list, 'person-anna');
      }
    };
    expect(await answerTo(anna, scales)).toBe('taken');
    const looks = vi.spyOn(JSON, 'stringify');
    for (let n = 0; n < 20; n++) {
      expect(
        await answerTo(anna, (doc) => setScale(doc, 'g', 'p1', n % 10, ORIGIN.list, 'person-anna')),
      ).toBe('taken');
    }
    // Each value is looked at to add them up.
    expect(looks.mock.calls.length).toBeLessThan(1_000);
    looks.mockRestore();
  });

  it('[GU17] nor take the place of their goals', async () => {
    open({ recordsOnTable: 8, shareOfOne: 0.5 });
    const [anna, ben] = [await come('anna'), await come('ben')];
    for (const id of ['a', 'b', 'c', 'd']) {
      expect(await answerTo(anna, goal(id))).toBe('taken');
    }
    expect(await answerTo(anna, goal('e'))).toBe('quota');
    expect(await answerTo(ben, goal('f'))).toBe('taken');
    const page = await again(anna);
    expect(await answerTo(page, (doc) => removeGoal(doc, 'a', 'person-anna', ORIGIN.list))).toBe('taken');
    expect(await answerTo(page, goal('g'))).toBe('taken');
  });

  describe('what somebody shows of their own', () => {
    const card = (n: number): string => `card-${n}`;
    function plantCards(kind: CardKind, text: string): void {
      const doc = new Y.Doc();
      for (let n = 0; n < 8; n++) {
        addCard(doc, { id: card(n), kind, text, to: 'sicht_kind' }, ORIGIN.list);
      }
      memory.createDocument('own', Y.encodeStateAsUpdate(doc), 'own');
    }
    async function show(...numbers: number[]): Promise<string> {
      const moving = hub?.editTogether({
        by: 'anna',
        documentIds: ['own', 'plan'],
        needRoom: ['plan'],
        change: ([own, plan]) => {
          if (own && plan) {
            showCards({
              ...{ own, plan, recordIds: numbers.map(card), personId: 'person-anna' },
              ...{ writable: new Set(PLAN_PARTS), now: new Date(0), section: 'sicht_kind' },
            });
          }
        },
        also: async () => {},
      });
      let said = 'waits';
      moving?.then(
        () => {
          said = 'shown';
        },
        (error: unknown) => {
          said = error instanceof JointEditRefused ? error.why : String(error);
        },
      );
      await timers.pass(20);
      return said;
    }
    const KINDS: [CardKind, (id: string) => Write][] = [
      ['ziel', goal],
      ['staerke', (id) => (doc) => void addResource(doc, { id, domain: 'sozial' }, ORIGIN.list)],
      ['satz', (id) => (doc) => void addText(doc, 'sicht_kind', { id, words: 'w' }, ORIGIN.text)],
    ];

    it.each(
      KINDS,
    )('[OW18] [GU17] %s: counts with what they write there, whichever comes first', async (kind, write) => {
      plantCards(kind, 'Das war viel');
      open({ recordsPerPart: 8, recordsOnTable: 8, shareOfOne: 0.5 });
      let anna = await come('anna');
      const ben = await come('ben');
      expect(await answerTo(anna, write('a'))).toBe('taken');
      expect(await answerTo(anna, write('b'))).toBe('taken');
      expect(await show(0, 1, 2)).toBe('full');
      expect(await show(0)).toBe('shown');
      expect(await show(1)).toBe('shown');
      expect(await show(2)).toBe('full');
      expect(await answerTo(anna, write('c'))).toBe('quota');
      expect(await answerTo(ben, write('d'))).toBe('taken');
      // Also of a server that has started anew.
      await hub?.close();
      open({ recordsPerPart: 8, recordsOnTable: 8, shareOfOne: 0.5 });
      anna = await come('anna');
      expect(await answerTo(anna, write('e'))).toBe('quota');
      expect(await show(2)).toBe('full');
    });

    it('[OW18] [GU20] so do its words on paper, at once', async () => {
      plantCards('satz', 'Ein Satz. '.repeat(150));
      open({ paperChars: 10_000, shareOfOne: 0.5 });
      const anna = await come('anna');
      const paste = (doc: Y.Doc): void => void addAgreement(doc, 'Ein Satz. '.repeat(150), ORIGIN.list);
      expect(await answerTo(anna, paste)).toBe('taken');
      expect(await show(0)).toBe('shown');
      expect(await show(1)).toBe('shown');
      expect(await show(2)).toBe('full');
      expect(await answerTo(anna, paste)).toBe('quota');
      expect(await answerTo(await come('ben'), paste)).toBe('taken');
    });
  });

  it('[GU20] nobody pastes more lines than paper takes, in one text or in many; prose of that size goes in', async () => {
    open({ shareOfOne: 0.5 });
    const [anna, ben] = [await come('anna'), await come('ben')];
    expect(await answerTo(anna, goal('lines', 'a\n'.repeat(9_999)))).toBe('quota');
    let page = await again(anna);
    expect(await answerTo(page, goal('prose', 'ein Satz '.repeat(2_000)))).toBe('taken');
    const agree =
      (words: string): Write =>
      (doc) =>
        void addAgreement(doc, words, ORIGIN.list);
    let pasted = 0;
    while ((await answerTo(page, agree('a\n'.repeat(500)))) === 'taken') {
      pasted += 500;
    }
    expect(pasted).toBeGreaterThan(6_000);
    expect(pasted).toBeLessThan(7_500);
    page = await again(page);
    expect(await answerTo(page, agree('Ein Satz von Hand'))).toBe('taken');
    expect(await answerTo(ben, agree('b\n'.repeat(500)))).toBe('taken');
    // Shorter texts make room.
    const [first] = readAgreements(page.doc);
    expect(await answerTo(page, (doc) => setAgreementText(doc, first?.id ?? '', '', ORIGIN.text))).toBe(
      'taken',
    );
    await timers.pass(2_000);
    expect(await answerTo(page, agree('a\n'.repeat(500)))).toBe('taken');
  });

  it('[GU20] links and numbers count: each is printed with a name or a title', async () => {
    open({ paperChars: 10_000, shareOfOne: 1 });
    const anna = await come('anna');
    expect(await answerTo(anna, goal('g'))).toBe('taken');
    const scales =
      (from: number): Write =>
      (doc) => {
        for (let n = from; n < from + 60; n++) {
          setScale(doc, 'g', `person-${n}`, 3, ORIGIN.list, 'person-anna');
        }
      };
    expect(await answerTo(anna, scales(0))).toBe('taken');
    expect(await answerTo(anna, scales(60))).toBe('quota');
  });

  it('[SY18] 102 says what is nearly full and what is full, once, and when there is room again', async () => {
    open({ recordsOnTable: 5 });
    const [anna, ben] = [await come('anna'), await come('ben')];
    const told = (): unknown[] => ben.of('state').map(({ state }) => state.quota);
    for (const id of ['a', 'b', 'c']) {
      await answerTo(anna, goal(id));
    }
    await timers.pass(3_000);
    expect(told()).toEqual([{}]);
    await answerTo(anna, goal('d'));
    await timers.pass(3_000);
    await answerTo(anna, (doc) => setScale(doc, 'a', 'person-anna', 3, ORIGIN.list));
    await timers.pass(3_000);
    expect(told()).toEqual([{}, { goals: 'near' }]);
    await answerTo(anna, goal('e'));
    await timers.pass(3_000);
    const cem = await come('cem');
    expect(cem.of('state').at(-1)?.state.quota).toEqual({ goals: 'full' });
    await answerTo(anna, (doc) => removeGoal(doc, 'd', 'person-anna', ORIGIN.list));
    await answerTo(anna, (doc) => removeGoal(doc, 'e', 'person-anna', ORIGIN.list));
    await timers.pass(3_000);
    expect(told()).toEqual([{}, { goals: 'near' }, { goals: 'full' }, {}]);
  });

  it('[SY18] the plan as a whole counts by its size and by its pieces', async () => {
    open({ documentBytes: 30_000 });
    const anna = await come('anna');
    const told: unknown[] = [];
    for (let n = 0; (await answerTo(anna, goal(`g${n}`, WORDS))) === 'taken'; n++) {
      await timers.pass(1_000);
      told.push(anna.of('state').at(-1)?.state.quota);
    }
    expect(told.length).toBeGreaterThan(10);
    const shares = told.map((quota) => JSON.stringify(quota));
    expect([...new Set(shares)]).toEqual(['{}', '{"plan":"near"}', '{"plan":"full"}']);
  });

  it('[DU6] a log of very many small rows is compacted too', async () => {
    open({ compactAboveRows: 50 });
    const anna = await come('anna');
    await answerTo(anna, goal('a'));
    for (let n = 0; n < 120; n++) {
      await answerTo(anna, (doc) => setScale(doc, 'a', 'person-anna', n % 11, ORIGIN.list));
    }
    expect((await memory.read('plan'))?.tail.length).toBeLessThan(60);
  });
});
