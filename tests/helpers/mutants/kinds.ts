import * as Y from 'yjs';
import { compileKind, type KindRules } from '#server/sync/kinds.ts';
import { addCard, CARD_KINDS, cardMap, cardText, restoreCard } from '#shared/documents/own/cards.ts';
import { ownKind } from '#shared/documents/own/kind.ts';
import {
  addAgreement,
  addService,
  createFixedRecords,
  setAgreementText,
} from '#shared/documents/plan/arrangements.ts';
import {
  addGoal,
  goalRecord,
  moveGoal,
  removeGoal,
  restoreGoal,
  setGoalText,
  setScale,
} from '#shared/documents/plan/goals.ts';
import { markRemoved, ORIGIN, recordOf, replaceText } from '#shared/documents/plan/records.ts';
import {
  addResource,
  linkResource,
  placeResource,
  setResourceText,
} from '#shared/documents/plan/resources.ts';
import { writableParts } from '#shared/documents/plan/rights.ts';
import { PLAN_PARTS, partMap } from '#shared/documents/plan/roots.ts';
import { liveTexts } from '#shared/documents/plan/texts.ts';
import { PLAN_RULES } from '../plan-doc.ts';
import { appendParagraphs } from '../plan-texts.ts';
import type { Random } from '../random.ts';

/** What somebody honestly does with a document. */
export type Change = (doc: Y.Doc, random: Random) => void;

/** A kind of document as the bad updates meet it. */
export interface MutantKind {
  rules: KindRules;
  /** What the server writes first, and then somebody else at the table. */
  plant(doc: Y.Doc): void;
  begin(doc: Y.Doc): void;
  changes: readonly Change[];
  /** What the sender of bad updates may write, one of these a document. */
  rights: readonly (readonly string[])[];
  /** Keys that its records have or nearly have. */
  keys: readonly string[];
}

/** Record ids that nobody had before, and that no changed byte makes of another one: as in the product. */
const id = (random: Random): string =>
  `n${Array.from({ length: 4 }, () => random.below(0x1_0000_0000).toString(16)).join('')}`;
const WORDS = ['Ruhe', 'pünktlich', '😀', 'Oma\n', 'x'];
const word = (random: Random): string => random.pick(WORDS) ?? '';
/** The same run again needs the same day. */
const DAY = new Date(0);

const PLAN: MutantKind = {
  rules: PLAN_RULES,
  plant(doc) {
    createFixedRecords(doc, 'Zusammen', null);
    appendParagraphs(doc, 'anlass', ['Darum', 'Und'], ORIGIN.seed);
    appendParagraphs(doc, 'sicht_kind', ['Ich'], ORIGIN.seed);
    addService(doc, { id: 's1', provider: 'Träger', hoursPerWeek: 3 }, ORIGIN.seed);
    for (const part of ['people', 'views', 'clearing'] as const) {
      partMap(doc, part).set('s1', recordOf({ text: new Y.Text('vom Amt'), code: 1 }));
    }
    addGoal(doc, null, { id: 'c', textOwn: 'Von damals' }, ORIGIN.seed);
    goalRecord(doc, 'c')?.set('before', { number: '1', text: 'Von damals' });
  },
  begin(doc) {
    addGoal(doc, null, { id: 'a', textOwn: 'Pünktlich 😀 sein' }, ORIGIN.list);
    addGoal(doc, 'a', { id: 'b', textOwn: 'Wecker' }, ORIGIN.list);
    addResource(doc, { id: 'r', domain: 'sozial', title: 'Oma' }, ORIGIN.list);
    addAgreement(doc, 'Wir rufen an', ORIGIN.list, 'd1');
  },
  changes: [
    (doc, random) => setGoalText(doc, 'a', 'textOwn', `${word(random)} ${random.below(9)}`, ORIGIN.text),
    (doc, random) => setGoalText(doc, 'b', 'indicator', word(random), ORIGIN.text),
    (doc, random) => addGoal(doc, 'a', { id: id(random), textOwn: 'Neu' }, ORIGIN.list),
    (doc, random) => moveGoal(doc, 'b', random.below(2) === 0 ? null : 'a', ORIGIN.board),
    (doc, random) => setScale(doc, 'a', 'ben', random.below(11), ORIGIN.list),
    (doc) => removeGoal(doc, 'b', 'ben', ORIGIN.list, DAY),
    (doc) => restoreGoal(doc, 'b', ORIGIN.list),
    (doc, random) => addAgreement(doc, 'Wir rufen an', ORIGIN.list, id(random)),
    (doc, random) => addResource(doc, { id: id(random), domain: 'sozial', title: 'Tante' }, ORIGIN.list),
    (doc, random) => setResourceText(doc, 'r', 'title', word(random), ORIGIN.text),
    (doc, random) => placeResource(doc, 'r', [random.below(900), 0], ORIGIN.board),
    (doc, random) => linkResource(doc, 'r', 'a', random.below(2) === 0, ORIGIN.list),
    (doc, random) => appendParagraphs(doc, 'bedarf', [word(random)], ORIGIN.text),
    (doc, random) => appendParagraphs(doc, 'anlass', [word(random)], ORIGIN.text),
    // A bad update may have taken a text from the table, which is allowed: then nothing is written there.
    (doc) => {
      const text = liveTexts(doc, 'anlass')[0]?.text;
      text?.delete(0, Math.min(1, text.length));
    },
    (doc, random) => {
      const text = liveTexts(doc, 'sicht_kind')[0]?.text;
      text?.insert(random.below(text.length + 1), '\n');
    },
    (doc, random) => setAgreementText(doc, 'd1', word(random), ORIGIN.text),
  ],
  // As the youth of the product, and less, so that every part is forbidden sometimes.
  rights: [
    writableParts('junger_mensch', 'open'),
    PLAN_PARTS.filter((part) => part !== 'resources' && part !== 'section:anlass' && part !== 'meta'),
    ['goals', 'section:bedarf', 'agreements'],
    ['resources', 'agreements', 'section:anlass'],
  ],
  keys: ['a', 'b', 'r', 'textOwn', 'place', 'removed', 'before', 'scale:ben', 'goal:a', 'target'],
};

const OWN: MutantKind = {
  rules: compileKind(ownKind),
  plant(doc) {
    addCard(doc, { id: 'c', kind: 'ziel', text: 'Ich will reiten' }, ORIGIN.seed);
    cardMap(doc).get('c')?.set('shown', { at: DAY.toISOString(), paragraphs: [] });
    addCard(doc, { id: 'a', kind: 'satz', text: 'Es ist 😀 laut' }, ORIGIN.seed);
  },
  begin: (doc) => addCard(doc, { id: 'b', kind: 'staerke', text: 'Oma', to: 'sozial' }, ORIGIN.list),
  changes: [
    (doc, random) => write(doc, 'a', `${word(random)} ${random.below(9)}`),
    (doc, random) => write(doc, random.pick(['b', 'c']) ?? 'b', word(random)),
    (doc, random) => {
      const text = cardText(doc, random.pick(['a', 'b', 'c']) ?? 'a');
      text?.insert(random.below(text.length + 1), word(random));
    },
    (doc, random) => {
      addCard(doc, { id: id(random), kind: random.pick(CARD_KINDS) ?? 'satz', text: 'Neu' }, ORIGIN.list);
    },
    (doc, random) =>
      cardMap(doc)
        .get('a')
        ?.set('kind', random.pick(CARD_KINDS) ?? 'satz'),
    (doc, random) =>
      cardMap(doc)
        .get('b')
        ?.set('to', random.pick(['sozial', null]) ?? null),
    (doc) => {
      const card = cardMap(doc).get('b');
      doc.transact(() => card && markRemoved(card, 'ben', DAY), ORIGIN.list);
    },
    (doc) => restoreCard(doc, 'b', ORIGIN.list),
  ],
  // Whose it is writes all of it; the shared screen and strangers nothing.
  rights: [ownKind.writable('junger_mensch', 'open')],
  keys: ['a', 'b', 'c', 'text', 'kind', 'order', 'to', 'removed', 'shown'],
};

function write(doc: Y.Doc, card: string, words: string): void {
  const text = cardText(doc, card);
  if (text) {
    doc.transact(() => replaceText(text, words), ORIGIN.text);
  }
}

/** Every kind of document; a seed chooses among them, the plan more often. */
export const MUTANT_KINDS: readonly MutantKind[] = [PLAN, PLAN, OWN];
