import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { clocksBefore, isInOrder } from '#server/sync/guard/order.ts';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { PLAN_PARTS } from '#shared/documents/plan/roots.ts';
import { type RawPlace, type RawStruct, rawAny, rawString, rawUpdate } from '../../helpers/evil-updates.ts';
import { PLAN_RULES, planDoc } from '../../helpers/plan-doc.ts';
import { firstText } from '../../helpers/plan-texts.ts';
import { type Random, seededRandom } from '../../helpers/random.ts';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_121);
const ANNA = 100;
type Id = [client: number, clock: number];

/** A server that takes an update as the room does; false when it was refused, and then nothing has happened. */
class Server {
  doc = as(1, new Uint8Array([0, 0]));
  readonly rows: Uint8Array[] = [];
  passedGuard = 0;
  refused = 0;

  take(update: Uint8Array): boolean {
    const verdict = judge(update, {
      doc: this.doc,
      participationId: 'ben',
      writer: { personId: 'ben', leads: false },
      ownerOf: (client) => (client === ANNA ? 'anna' : 'ben'),
      writable: new Set(PLAN_PARTS),
      open: true,
      room: 'free',
      limits: PLAN_RULES.limits,
    });
    if (verdict.kind !== 'pass') {
      return verdict.kind === 'nothing';
    }
    this.passedGuard++;
    return this.apply(verdict.update);
  }

  apply(update: Uint8Array): boolean {
    let row: Uint8Array = new Uint8Array();
    this.doc.once('update', (told: Uint8Array) => {
      row = told;
    });
    const isGood = this.doc.transact(() => {
      const before = clocksBefore(this.doc, update);
      Y.applyUpdate(this.doc, update);
      return isInOrder(this.doc, before);
    });
    if (isGood) {
      this.rows.push(row);
    } else {
      this.refused++;
      this.doc = planDoc();
      for (const kept of this.rows) {
        Y.applyUpdate(this.doc, kept);
      }
    }
    return isGood;
  }
}

function as(clientId: number, update: Uint8Array): Y.Doc {
  const doc = planDoc();
  Y.applyUpdate(doc, update);
  doc.clientID = clientId;
  return doc;
}

function goal(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap<Y.Map<unknown>>('goals').get('g') as Y.Map<unknown>;
}

function sentence(doc: Y.Doc): Y.Text {
  return goal(doc).get('textOwn') as Y.Text;
}

/** Anna's goal: a sentence, and a number that she has changed once. */
function annasPlan(): Y.Doc {
  const anna = as(ANNA, seedPlan({ ...EMPTY_SEED, texts: { bedarf: ['Eins', 'Zwei'] } }));
  addGoal(anna, null, { id: 'g', textOwn: 'abcd' }, ORIGIN.list);
  goal(anna).set('target', 1);
  goal(anna).set('target', 2);
  return anna;
}

/** All clocks in a row of pieces. */
function idsFrom(first: Y.Item | null): Id[] {
  const ids: Id[] = [];
  for (let item = first; item; item = item.right) {
    for (let offset = 0; offset < item.length; offset++) {
      ids.push([item.id.client, item.id.clock + offset]);
    }
  }
  return ids;
}

/** Pieces with neighbours chosen by chance, of one client or of two that name each other. */
function wedged(doc: Y.Doc, random: Random): Uint8Array {
  const inMap = random.below(3) === 0;
  const target = goal(doc)._map.get('target');
  let first = inMap ? (target ?? null) : sentence(doc)._start;
  while (first?.left) {
    first = first.left;
  }
  const ids = idsFrom(first);
  const parent = (inMap ? goal(doc) : sentence(doc))._item?.id as Y.ID;
  const clients = random.below(3) === 0 ? [50, 200] : [random.pick([50, 200, 60, 300]) ?? 50];
  const blocks = clients.map((client) => ({
    client,
    clock: Y.getState(doc.store, client),
    structs: [] as RawStruct[],
  }));
  for (let count = 1 + random.below(4); count > 0; count--) {
    for (const block of blocks) {
      const made = blocks.flatMap(({ client, clock, structs }) =>
        structs.map((_, n): Id => [client, clock + n]),
      );
      const place = placeAmong([...ids, ...made], random, inMap, parent);
      block.structs.push(
        inMap ? rawAny([block.structs.length], place) : rawString(random.pick(['X', 'Y']) ?? '', place),
      );
    }
  }
  return rawUpdate(blocks);
}

function placeAmong(ids: readonly Id[], random: Random, inMap: boolean, parent: Y.ID): RawPlace {
  const origin = random.pick([...ids, undefined]);
  const right = inMap && random.below(3) > 0 ? undefined : random.pick([...ids, undefined]);
  if (!origin && !right) {
    return { parent: [parent.client, parent.clock], ...(inMap ? { key: 'target' } : {}) };
  }
  return { ...(origin ? { origin } : {}), ...(right ? { right } : {}) };
}

/** Everything in the sentence and behind the number, with what was deleted. */
function seen(doc: Y.Doc): unknown[] {
  let value = goal(doc)._map.get('target') ?? null;
  while (value?.left) {
    value = value.left;
  }
  return [idsFrom(sentence(doc)._start), idsFrom(value), sentence(doc).toString(), goal(doc).get('target')];
}

/** Replicas that heard of the rows in other orders; Yjs lets wait what cannot be applied yet. */
function inOtherOrders(rows: readonly Uint8Array[], random: Random): Y.Doc[] {
  return Array.from({ length: 3 }, () => {
    const doc = planDoc();
    const left = [...rows];
    while (left.length > 0) {
      for (const row of left.splice(random.below(left.length), 1)) {
        Y.applyUpdate(doc, row);
      }
    }
    return doc;
  });
}

/** What somebody honestly does next. */
function edit(doc: Y.Doc, undo: Y.UndoManager, random: Random): void {
  const text = sentence(doc);
  const section = firstText(doc, 'bedarf');
  const words = random.pick(['wort ', 'x', '😀']) ?? '';
  doc.transact(() => {
    switch (random.below(11)) {
      case 0:
        text.insert(0, words);
        break;
      case 1:
        text.delete(random.below(text.length), Math.min(2, Math.max(0, text.length - 2)));
        break;
      case 2:
        goal(doc).set('target', random.below(11));
        break;
      case 3:
        section.insert(section.length, `\n${words}`);
        break;
      case 4:
        section.insert(random.below(section.length + 1), '\n');
        break;
      case 5:
        section.delete(random.below(section.length), Math.min(1, section.length));
        break;
      case 6:
      case 7:
        typeInParagraph(section, random, words);
        break;
      default:
        text.insert(random.below(text.length + 1), words);
    }
  }, ORIGIN.text);
  for (let steps = random.below(4) === 0 ? 1 + random.below(4) : 0; steps > 0; steps--) {
    random.below(4) === 0 ? undo.redo() : undo.undo();
  }
}

/** As an editor does: among the words, or a paragraph is cut in two. */
function typeInParagraph(section: Y.Text, random: Random, words: string): void {
  section.insert(random.below(section.length + 1), words);
  if (random.below(4) === 0) {
    section.delete(random.below(section.length), 1);
  }
}

describe('order', () => {
  it(`[GU15] whatever neighbours an update names, who joins sees the order of those who were there (seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    const counts = { passedGuard: 0, refused: 0 };
    for (let round = 0; round < 1_500; round++) {
      const server = new Server();
      server.apply(Y.encodeStateAsUpdate(annasPlan()));
      for (let tries = 3 + random.below(5); tries > 0; tries--) {
        server.take(wedged(server.doc, random));
      }
      const joined = as(2, Y.encodeStateAsUpdate(server.doc));
      const merged = as(3, Y.mergeUpdates(server.rows));
      const loaded = planDoc();
      Y.applyUpdateV2(loaded, Y.encodeStateAsUpdateV2(joined));
      for (const doc of [joined, merged, loaded, ...inOtherOrders(server.rows, random)]) {
        expect(seen(doc), `round ${round}`).toEqual(seen(server.doc));
      }
      counts.passedGuard += server.passedGuard;
      counts.refused += server.refused;
    }
    expect(counts.refused).toBeGreaterThan(200);
    expect(counts.passedGuard - counts.refused).toBeGreaterThan(200);
  }, 60_000);

  it('[GU15] a word comes back by undo among words that came back by undo before', () => {
    const server = new Server();
    server.apply(Y.encodeStateAsUpdate(annasPlan()));
    const doc = as(50, Y.encodeStateAsUpdate(server.doc));
    const text = firstText(doc, 'bedarf');
    const undo = new Y.UndoManager([text], { captureTimeout: 0 });
    const back = (): unknown => undo.undo();
    const steps: readonly (() => unknown)[] = [
      () => text.delete(1, 1),
      () => text.delete(0, text.length),
      back,
      () => text.insert(1, 'X'),
      back,
      back,
    ];
    for (const [index, run] of steps.entries()) {
      run();
      const news = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server.doc));
      expect(server.take(news), `step ${index}`).toBe(true);
    }
    expect(firstText(server.doc, 'bedarf').toString()).toBe(text.toString());
    expect(text.toString()).toBe('Eins\nZwei');
  });

  it(`[GU15] what people write, delete and undo, together or apart, always passes (seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    for (let round = 0; round < 30; round++) {
      const server = new Server();
      const base = Y.encodeStateAsUpdate(annasPlan());
      server.apply(base);
      const people = [50, 200, 300].map((client) => {
        const doc = as(client, base);
        const undo = new Y.UndoManager([sentence(doc), doc.getMap('section:bedarf')], {
          trackedOrigins: new Set([ORIGIN.text]),
          captureTimeout: 0,
        });
        return { doc, undo };
      });
      for (let turn = 0; turn < 150; turn++) {
        const person = random.pick(people);
        if (!person) {
          continue;
        }
        edit(person.doc, person.undo, random);
        if (random.below(5) === 0) {
          const news = Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(server.doc));
          expect(server.take(news), `round ${round}, turn ${turn}`).toBe(true);
          Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(server.doc, Y.encodeStateVector(person.doc)));
        }
      }
    }
  }, 60_000);
});
