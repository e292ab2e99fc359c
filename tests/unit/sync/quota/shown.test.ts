import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { JointEditRefused } from '#server/sync/room/joint-edit.ts';
import { addCard, type CardKind } from '#shared/documents/own/cards.ts';
import { showCards } from '#shared/documents/own/move.ts';
import { addAgreement } from '#shared/documents/plan/arrangements.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource } from '#shared/documents/plan/resources.ts';
import { PLAN_PARTS } from '#shared/documents/plan/roots.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import { goal, openPlan, type Plan, type Write } from './open-plan.ts';

const card = (n: number): string => `card-${n}`;

/** Eight cards that Anna has written for herself. */
function plantCards({ memory }: Plan, kind: CardKind, text: string): void {
  const doc = new Y.Doc();
  for (let n = 0; n < 8; n++) {
    addCard(doc, { id: card(n), kind, text, to: 'sicht_kind' }, ORIGIN.list);
  }
  memory.createDocument('own', Y.encodeStateAsUpdate(doc), 'own');
}

/** Anna shows some of them; what comes of it. */
async function show({ hub, timers }: Plan, ...numbers: number[]): Promise<string> {
  const moving = hub.editTogether({
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
  moving.then(
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

describe('room in a plan', () => {
  describe('what somebody shows of their own', () => {
    it.each(
      KINDS,
    )('[OW18] [GU17] %s: counts with what they write there, whichever comes first', async (kind, write) => {
      const plan = openPlan({ recordsPerPart: 8, recordsOnTable: 8, shareOfOne: 0.5 });
      const { come, answerTo, restart } = plan;
      plantCards(plan, kind, 'Das war viel');
      let anna = await come('anna');
      const ben = await come('ben');
      expect(await answerTo(anna, write('a'))).toBe('taken');
      expect(await answerTo(anna, write('b'))).toBe('taken');
      expect(await show(plan, 0, 1, 2)).toBe('full');
      expect(await show(plan, 0)).toBe('shown');
      expect(await show(plan, 1)).toBe('shown');
      expect(await show(plan, 2)).toBe('full');
      expect(await answerTo(anna, write('c'))).toBe('quota');
      expect(await answerTo(ben, write('d'))).toBe('taken');
      // Also of a server that has started anew.
      await restart();
      anna = await come('anna');
      expect(await answerTo(anna, write('e'))).toBe('quota');
      expect(await show(plan, 2)).toBe('full');
    });

    it('[OW18] [GU20] so do its words on paper, at once', async () => {
      const plan = openPlan({ paperChars: 10_000, shareOfOne: 0.5 });
      const { come, answerTo } = plan;
      plantCards(plan, 'satz', 'Ein Satz. '.repeat(150));
      const anna = await come('anna');
      const paste = (doc: Y.Doc): void => void addAgreement(doc, 'Ein Satz. '.repeat(150), ORIGIN.list);
      expect(await answerTo(anna, paste)).toBe('taken');
      expect(await show(plan, 0)).toBe('shown');
      expect(await show(plan, 1)).toBe('shown');
      expect(await show(plan, 2)).toBe('full');
      expect(await answerTo(anna, paste)).toBe('quota');
      expect(await answerTo(await come('ben'), paste)).toBe('taken');
    });
  });
});
