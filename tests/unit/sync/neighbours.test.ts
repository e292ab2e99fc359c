import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judge, type Verdict } from '#server/sync/guard/guard.ts';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { PLAN_PARTS } from '#shared/documents/plan/roots.ts';
import { type RawStruct, rawAny, rawString, rawUpdate } from '../../helpers/evil-updates.ts';
import { PLAN_RULES, planDoc } from '../../helpers/plan-doc.ts';
import { appendParagraphs, firstText } from '../../helpers/plan-texts.ts';
import { type Random, seededRandom } from '../../helpers/random.ts';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_121);
const ANNA = 101;
const BEN = 202;
const OTHER = 303;
const ITEMS = 3_000;

/** A goal with a long sentence of Anna's. */
function table(): Y.Doc {
  const doc = planDoc();
  Y.applyUpdate(doc, seedPlan({ ...EMPTY_SEED, texts: { bedarf: ['Anfang', 'Ende'] } }));
  const anna = replica(doc, ANNA);
  addGoal(anna, null, { id: 'g', textOwn: 'x'.repeat(ITEMS + 1) }, ORIGIN.list);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna));
  return doc;
}

function replica(of: Y.Doc, clientId: number): Y.Doc {
  const doc = planDoc();
  doc.clientID = clientId;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(of));
  return doc;
}

function judged(server: Y.Doc, update: Uint8Array): Verdict {
  return judge(update, {
    doc: server,
    participationId: 'ben',
    writer: { personId: 'ben', leads: false },
    ownerOf: (client) => (client === ANNA ? 'anna' : undefined),
    writable: new Set(PLAN_PARTS),
    open: true,
    room: 'free',
    limits: PLAN_RULES.limits,
  });
}

function sentence(doc: Y.Doc): Y.Text {
  return doc.getMap<Y.Map<unknown>>('goals').get('g')?.get('textOwn') as Y.Text;
}

/** A section takes 100 texts of one person. */
const MOST_TEXTS = 40;

/** One edit of somebody who types, deletes, goes back and adds paragraphs. */
function scribble(doc: Y.Doc, random: Random): void {
  const text = sentence(doc);
  const section = firstText(doc, 'bedarf');
  switch (random.below(6)) {
    case 0:
      text.insert(0, 'vorn ');
      break;
    case 1:
      text.delete(random.below(Math.max(1, text.length - 3)), Math.min(3, text.length));
      break;
    case 2:
      if (doc.getMap('section:bedarf').size < MOST_TEXTS) {
        appendParagraphs(doc, 'bedarf', ['Absatz'], ORIGIN.text);
      } else {
        section.insert(section.length, '\nAbsatz');
      }
      break;
    case 3:
      section.insert(random.below(section.length), '\n');
      break;
    case 4:
      doc.getMap<Y.Map<unknown>>('goals').get('g')?.set('target', random.below(11));
      break;
    default:
      text.insert(random.below(text.length + 1), 'Wort ');
  }
}

describe('neighbours', () => {
  const server = table();
  const { client, clock } = sentence(server)._start?.id as Y.ID;
  const many = (make: (n: number) => RawStruct): RawStruct[] =>
    Array.from({ length: ITEMS }, (_, n) => make(n));
  const ben = (structs: RawStruct[]) => ({ client: BEN, clock: 0, structs });
  const record = server.getMap<Y.Map<unknown>>('goals').get('g')?._item?.id as Y.ID;
  const bombs: [string, Uint8Array][] = [
    [
      'each further away than the last',
      rawUpdate([
        ben(many((n) => rawString('y', { origin: [client, clock], right: [client, clock + 1 + n] }))),
      ]),
    ],
    [
      'around letters that come with them',
      rawUpdate([
        {
          client: OTHER,
          clock: 0,
          structs: [rawString('y'.repeat(ITEMS), { origin: [client, clock], right: [client, clock + 1] })],
        },
        ben(many((n) => rawString('z', { origin: [client, clock], right: [OTHER, n] }))),
      ]),
    ],
    [
      'from inside letters that come with them',
      rawUpdate([
        {
          client: OTHER,
          clock: 0,
          structs: [rawString('y'.repeat(ITEMS), { origin: [client, clock], right: [client, clock + 1] })],
        },
        ben(many((n) => rawString('z', { origin: [OTHER, n], right: [client, clock + 1] }))),
      ]),
    ],
    [
      'behind letters that were put in from the back',
      rawUpdate([
        ben([
          ...many((n) =>
            rawString('y', { origin: [client, clock], right: n === 0 ? [client, clock + 1] : [BEN, n - 1] }),
          ),
          ...many((n) => rawString('z', { origin: [BEN, n], right: [client, clock + 1] })),
        ]),
      ]),
    ],
    [
      'the same value again and again as if it were the first',
      rawUpdate([ben(many(() => rawAny([1], { parent: [record.client, record.clock], key: 'target' })))]),
    ],
    [
      'hundreds of clients that wait for each other',
      rawUpdate(
        Array.from({ length: ITEMS }, (_, n) => ({
          client: 1_000 + n,
          clock: 0,
          structs: [rawString('y', { origin: n === ITEMS - 1 ? [client, clock] : [1_001 + n, 0] })],
        })),
      ),
    ],
  ];
  it.each(bombs)('[GU14] %s: refused before it costs anything', (_name, update) => {
    // Work of this process alone: on a busy machine the clock counts what others do.
    const before = process.cpuUsage();
    expect(judged(server, update)).toMatchObject({ kind: 'refuse', code: 'malformed' });
    const { user } = process.cpuUsage(before);
    // Applying one of them holds the process up for seconds.
    expect(user / 1_000).toBeLessThan(500);
  });

  it('[GU14] more pieces, or ranges of deletions, than hours of writing make are refused before they cost anything', () => {
    const gone: RawStruct = (encoder) => {
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 1);
    };
    const pieces = rawUpdate([
      { client: BEN, clock: 0, structs: Array.from({ length: 10_001 }, () => gone) },
    ]);
    const ranges = Array.from({ length: 100_001 }, (_, n): [number, number] => [2 * n, 1]);
    for (const update of [pieces, rawUpdate([], [{ client: BEN, ranges }])]) {
      expect(judged(server, update)).toMatchObject({ kind: 'refuse', code: 'too_large' });
    }
  });

  it(`[GU14] two people who were away for thousands of edits both pass (seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    for (let round = 0; round < 4; round++) {
      const plan = table();
      const [first, second] = [replica(plan, BEN), replica(plan, OTHER)];
      for (let edit = 0; edit < 1_500; edit++) {
        scribble(first, random);
        scribble(second, random);
      }
      for (const doc of [first, second]) {
        const verdict = judged(plan, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(plan)));
        expect(verdict.kind, `round ${round}`).toBe('pass');
        Y.applyUpdate(plan, verdict.kind === 'pass' ? verdict.update : new Uint8Array());
        // Who is back sees what the other wrote and goes on.
        Y.applyUpdate(second, Y.encodeStateAsUpdate(plan));
        scribble(second, random);
      }
    }
  }, 60_000);
});
