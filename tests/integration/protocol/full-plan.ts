import * as Y from 'yjs';
import { structsOf, weightOf } from '#server/sync/guard/quota.ts';
import { addAgreement, addService } from '#shared/documents/plan/arrangements.ts';
import { addGoal, setGoalText } from '#shared/documents/plan/goals.ts';
import { planKind } from '#shared/documents/plan/kind.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource } from '#shared/documents/plan/resources.ts';
import { sectionPart, TEXT_SECTIONS } from '#shared/documents/plan/roots.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import { helpForm, resourceDomain } from '#shared/domain/codes.ts';
import { buildProtocol } from '#shared/protocol/build.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { recordOf } from '../../unit/protocol/leon.ts';

const WORDS = 'Leon möchte wieder regelmäßig zur Schule gehen. ';

/** Writes so many characters into the plan, as the words of many records. */
type Filler = (doc: Y.Doc, goals: readonly string[], chars: number) => void;

/** What takes most pages for its size, by where it stands: in a narrow column, and in lines of one letter. */
export const FILLERS: Record<'prose' | 'lines', Filler> = {
  prose(doc, goals, chars) {
    const each = Math.min(19_000, Math.floor(chars / goals.length));
    for (const goal of goals) {
      setGoalText(doc, goal, 'obstacle', WORDS.repeat(each / WORDS.length), ORIGIN.text);
    }
  },
  lines(doc, goals, chars) {
    const lines = Math.floor(chars / goals.length / 52);
    for (const goal of goals) {
      setGoalText(doc, goal, 'indicator', 'a\n'.repeat(lines), ORIGIN.text);
    }
  },
};

/**
 * The version of a plan that holds as much as the guard takes, of records and of words; `part` gives one that
 * has so much of each.
 */
export function fullContent(part: number, fill: Filler): ProtocolContent {
  const doc = new Y.Doc();
  const of = (most: number): number => Math.floor(most * part);
  const { roots, limits } = planKind;
  const most = (root: string): number => {
    const shape = roots[root];
    return of(shape?.holds === 'records' ? (shape.most ?? limits.recordsPerPart) : 0);
  };
  const goals = addGoals(doc, of(limits.recordsOnTable));
  doc.transact(() => {
    for (let n = 0; n < most('resources'); n++) {
      addResource(doc, { domain: resourceDomain[n % 4] ?? 'sozial', title: `Stärke ${n}` }, ORIGIN.list);
    }
    for (let n = 0; n < most('agreements'); n++) {
      addAgreement(doc, `Abrede ${n}`, ORIGIN.list);
    }
    for (let n = 0; n < most('service'); n++) {
      addService(doc, { helpForm: helpForm[0], legalBasis: '§', provider: 'T', setting: 's' }, ORIGIN.list);
    }
    for (const section of TEXT_SECTIONS) {
      for (let n = 0; n < most(sectionPart(section)); n++) {
        addText(doc, section, { words: `Satz ${n}`, id: `${section}-${n}` }, ORIGIN.list);
      }
    }
    const { paper } = weightOf(doc, doc.store.clients.keys());
    fill(doc, goals, of(limits.paperChars) - paper);
  });
  mustFit(doc, part);
  return buildProtocol({ plan: readPlan(doc), record: recordOf(2, '2026-03-10', null) });
}

/** Two Richtungsziele with all others below them, each with a review of the version before. */
function addGoals(doc: Y.Doc, count: number): string[] {
  const ids: string[] = [];
  const before = { version: '1.0', date: '2025-09-01', number: '1.1', text: 'Schule', dueDate: null };
  doc.transact(() => {
    for (let n = 0; n < count; n++) {
      const parent = n < 2 ? null : (ids[n % 2] ?? null);
      const more = { ...before, number: `1.${n}`, status: 'in_arbeit', target: null, scales: {} };
      addGoal(doc, parent, { id: `g${n}`, textOwn: `Ziel ${n}`, before: more }, ORIGIN.seed);
      ids.push(`g${n}`);
    }
  });
  return ids;
}

/** It is full, and the guard would take it. */
function mustFit(doc: Y.Doc, part: number): void {
  const { limits } = planKind;
  const { paper } = weightOf(doc, doc.store.clients.keys());
  if (paper > limits.paperChars * part || paper < limits.paperChars * part * 0.9) {
    throw new Error(`${paper} characters on paper are not the ${limits.paperChars * part} that a plan holds`);
  }
  if (structsOf(doc) > limits.documentStructs || Y.encodeStateAsUpdate(doc).length > limits.documentBytes) {
    throw new Error('no plan holds so much');
  }
}
