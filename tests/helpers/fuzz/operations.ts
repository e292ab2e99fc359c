import * as Y from 'yjs';
import type { Writer } from '#server/sync/guard/context.ts';
import {
  addAgreement,
  addService,
  agreementText,
  leitzielText,
  readAgreements,
  readServices,
  removeAgreement,
  reviewOccasionsText,
  SERVICE_TEXTS,
  serviceText,
  setAdvice,
  setNextReview,
  setServiceField,
} from '#shared/documents/plan/arrangements.ts';
import {
  addGoal,
  flatten,
  goalRecord,
  moveGoal,
  readGoals,
  removedGoals,
  removeGoal,
  restoreGoal,
  setGoalField,
  setGoalText,
  setScale,
} from '#shared/documents/plan/goals.ts';
import { ORIGIN, replaceText, sharedText } from '#shared/documents/plan/records.ts';
import {
  addResource,
  linkResource,
  placeResource,
  readResources,
  removedResources,
  removeResource,
  resourceRecord,
  restoreResource,
  setResourceField,
  setResourceText,
} from '#shared/documents/plan/resources.ts';
import { type PlanPart, partMap, sectionPart, TEXT_SECTIONS } from '#shared/documents/plan/roots.ts';
import { suggest } from '#shared/documents/plan/suggestions.ts';
import { addText, liveTexts } from '#shared/documents/plan/texts.ts';
import { appendParagraphs } from '../plan-texts.ts';
import type { Random } from '../random.ts';

/** One change that somebody makes at the table, chosen by chance. */
export type Operation = (doc: Y.Doc, random: Random, me: Writer) => void;

const WORDS = ['Schule', 'Oma', '👨‍👩‍👧', 'ğ', '\n', 'x', 'zweimal die Woche', '\t', 'é'];
const PEOPLE = ['p-leon', 'p-seidel', 'p-thomas', 'nobody'];

/** Some words, chosen by chance. */
export const words = (random: Random): string =>
  Array.from({ length: 1 + random.below(6) }, () => random.pick(WORDS)).join(' ');
const someGoal = (doc: Y.Doc, random: Random): string => random.pick(flatten(readGoals(doc)))?.id ?? 'none';
const someResource = (doc: Y.Doc, random: Random): string => random.pick(readResources(doc))?.id ?? 'none';
const someAgreement = (doc: Y.Doc, random: Random): string => random.pick(readAgreements(doc))?.id ?? 'none';
const someone = (random: Random): string => random.pick(PEOPLE) ?? 'nobody';
const maybe = (random: Random): boolean => random.below(2) === 0;

/** Types at some place of a text, or takes some words out, as an editor bound to it does. */
export function type(text: Y.Text | Y.XmlText | undefined, random: Random): void {
  text?.doc?.transact(() => {
    const at = random.below(text.length + 1);
    if (random.below(3) === 0 && text.length > 0) {
      text.delete(Math.min(at, text.length - 1), 1);
    } else {
      text.insert(at, random.pick(['a', 'ß', 'ja ', '.', 'Mathe']) ?? 'a');
    }
  }, ORIGIN.text);
}

function goalText(
  doc: Y.Doc,
  random: Random,
  key: 'textOwn' | 'textAgreed' | 'obstacle',
): Y.Text | undefined {
  const record = goalRecord(doc, someGoal(doc, random));
  return record && sharedText(record, key);
}

const GOALS: Operation[] = [
  (doc, random) => {
    const parent = maybe(random) ? null : someGoal(doc, random);
    addGoal(doc, parent, { textOwn: words(random), voice: someone(random) }, ORIGIN.list);
  },
  (doc, random) => {
    const after = random.pick([undefined, null, someGoal(doc, random)]);
    moveGoal(doc, someGoal(doc, random), maybe(random) ? null : someGoal(doc, random), ORIGIN.board, after);
  },
  (doc, random) => type(goalText(doc, random, 'textOwn'), random),
  (doc, random) => type(goalText(doc, random, 'textAgreed'), random),
  (doc, random) => type(goalText(doc, random, 'obstacle'), random),
  (doc, random) => setGoalText(doc, someGoal(doc, random), 'textOwn', words(random), ORIGIN.text),
  (doc, random) => setGoalText(doc, someGoal(doc, random), 'textAgreed', words(random), ORIGIN.text),
  (doc, random, me) => {
    const value = maybe(random) ? random.below(11) : null;
    const by = me.personId ?? 'nobody';
    const whose = me.leads ? someone(random) : by;
    setScale(doc, someGoal(doc, random), whose, value, ORIGIN.list, by);
  },
  (doc, random) => setGoalField(doc, someGoal(doc, random), 'status', 'vereinbart', ORIGIN.list),
  (doc, random) => setGoalField(doc, someGoal(doc, random), 'supporters', [someone(random)], ORIGIN.list),
  (doc, random, { personId }) => removeGoal(doc, someGoal(doc, random), personId ?? '', ORIGIN.list),
  (doc, random) => restoreGoal(doc, random.pick(removedGoals(doc))?.id ?? 'none', ORIGIN.list),
];

const RESOURCES: Operation[] = [
  (doc, random) => {
    const supports = [someGoal(doc, random)];
    addResource(doc, { domain: 'sozial', title: words(random), pos: [1, 2], supports }, ORIGIN.list);
  },
  (doc, random) => {
    const place = [random.below(2000) - 1000, random.below(2000) - 1000] as const;
    placeResource(doc, someResource(doc, random), place, ORIGIN.board);
  },
  (doc, random) => setResourceText(doc, someResource(doc, random), 'title', words(random), ORIGIN.text),
  (doc, random) => {
    const record = resourceRecord(doc, someResource(doc, random));
    type(record && sharedText(record, 'description'), random);
  },
  (doc, random) =>
    linkResource(doc, someResource(doc, random), someGoal(doc, random), maybe(random), ORIGIN.list),
  (doc, random) => setResourceField(doc, someResource(doc, random), 'state', 'aktiviert', ORIGIN.list),
  (doc, random, { personId }) => removeResource(doc, someResource(doc, random), personId ?? '', ORIGIN.list),
  (doc, random) => restoreResource(doc, random.pick(removedResources(doc))?.id ?? 'none', ORIGIN.list),
];

/**
 * Whether a part takes another record: eight people who were away, each with as many as this, stay within
 * what the plan holds.
 */
function hasRoom(doc: Y.Doc, part: PlanPart, most: number): boolean {
  return partMap(doc, part).size < most;
}

const ARRANGEMENTS: Operation[] = [
  (doc, random) => {
    if (hasRoom(doc, 'agreements', 40)) {
      addAgreement(doc, words(random), ORIGIN.list);
    }
  },
  (doc, random) => type(agreementText(doc, someAgreement(doc, random)), random),
  (doc, random, { personId }) =>
    removeAgreement(doc, someAgreement(doc, random), personId ?? '', ORIGIN.list),
  (doc, random, me) => {
    if (hasRoom(doc, 'service', 10)) {
      const agreed = me.leads ? ({ helpForm: 's31', hoursPerWeek: random.below(9) + 0.5 } as const) : {};
      addService(doc, agreed, ORIGIN.list);
    }
  },
  (doc, random, me) => {
    const id = random.pick(readServices(doc))?.id ?? 'none';
    type(serviceText(doc, id, random.pick(SERVICE_TEXTS) ?? 'provider'), random);
    if (me.leads) {
      setServiceField(doc, id, 'hoursTotal', random.below(100), ORIGIN.list);
    } else {
      const suggestion = {
        field: 'hoursTotal',
        personId: me.personId ?? '',
        value: random.below(100),
      } as const;
      suggest(doc, id, suggestion, ORIGIN.list);
    }
  },
  (doc, random, me) => {
    if (me.leads) {
      setAdvice(doc, 'ombudsOfficeNamed', maybe(random), ORIGIN.list);
    }
  },
  (doc, random) => setNextReview(doc, `2026-0${1 + random.below(9)}-15`, ORIGIN.list),
  (doc, random) => type(reviewOccasionsText(doc), random),
  (doc, random) => type(leitzielText(doc), random),
  (doc, random) => {
    const text = leitzielText(doc);
    doc.transact(() => text && replaceText(text, words(random)), ORIGIN.text);
  },
];

const sectionText = (doc: Y.Doc, random: Random): Y.Text | undefined =>
  random.pick(liveTexts(doc, random.pick(TEXT_SECTIONS.slice(0, 2)) ?? 'anlass'))?.text;

const SECTIONS: Operation[] = [
  (doc, random) => appendParagraphs(doc, 'anlass', [words(random)], ORIGIN.text),
  (doc, _random, { personId }) => {
    if (!hasRoom(doc, sectionPart('sicht_kind'), 20)) {
      return;
    }
    // As the editor does it with the first letter: the place, then the words.
    const id = addText(doc, 'sicht_kind', { voice: personId }, ORIGIN.place);
    const text = liveTexts(doc, 'sicht_kind').find((one) => one.id === id)?.text;
    doc.transact(() => text?.insert(0, 'I'), ORIGIN.text);
  },
  (doc, random) => type(sectionText(doc, random), random),
  (doc, random) => {
    const text = sectionText(doc, random);
    doc.transact(() => text?.insert(random.below(text.length + 1), '\n'), ORIGIN.text);
  },
  (doc, random) => {
    const text = sectionText(doc, random);
    const from = random.below(text?.length || 1);
    doc.transact(() => text && text.length > 2 && text.delete(from, text.length - from), ORIGIN.text);
  },
];

/** What people do with a plan. */
export const OPERATIONS: readonly Operation[] = [...GOALS, ...RESOURCES, ...ARRANGEMENTS, ...SECTIONS];

/** What the last version never said. */
const INVENTED = { number: '9', text: 'Nie gesagt' };

/** What nobody may do through the document; each makes exactly one update that the guard must refuse. */
export const FORBIDDEN: readonly Operation[] = [
  (doc) => doc.transact(() => partMap(doc, 'views').set('mine', new Y.Map([['a', 1]])), ORIGIN.list),
  (doc) => doc.transact(() => partMap(doc, 'goals').get('first')?.set('before', INVENTED), ORIGIN.text),
  (doc) => doc.transact(() => partMap(doc, 'goals').get('first')?.delete('before'), ORIGIN.list),
  (doc) => doc.transact(() => partMap(doc, 'goals').delete('first'), ORIGIN.list),
  (doc) => setScale(doc, 'first', 'somebody', 5, ORIGIN.list),
  (doc) => removeGoal(doc, 'first', 'somebody', ORIGIN.list),
  (doc) => doc.getXmlFragment('text:anlass').insert(0, [new Y.XmlElement('paragraph')]),
  (doc) => doc.transact(() => partMap(doc, 'meta').set('leitziel', new Y.Map()), ORIGIN.list),
  (doc, random) =>
    doc.transact(() => {
      type(leitzielText(doc), random);
      partMap(doc, 'goals').get('first')?.set('before', INVENTED);
    }, ORIGIN.text),
];
