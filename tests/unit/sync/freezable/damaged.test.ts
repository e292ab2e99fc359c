import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addGoal, flatten } from '#shared/documents/plan/goals.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { buildProtocol } from '#shared/protocol/build.ts';
import { canonicalBytes, parseCanonical } from '#shared/protocol/canonical.ts';
import { goOnWith, put, RECORD, serverDoc } from './hostile-client.ts';

describe('what a hostile client can leave in a plan', () => {
  it('[PL13] a damaged word of the last version reads as absent, a damaged value in it as not said', () => {
    const doc = serverDoc();
    const record = doc.getMap<Y.Map<unknown>>('goals').get('hz-1');
    const read = () => flatten(readPlan(doc).goals).find(({ id }) => id === 'hz-1')?.before;
    for (const damaged of [5, 'x', [], { number: 1, text: 'x' }, { number: '1' }]) {
      record?.set('before', damaged);
      expect(read()).toBeNull();
    }
    record?.set('before', { number: '1', text: 'x', scales: { a: 'b', c: 3 }, target: '7', dueDate: 4 });
    expect(read()).toEqual({
      ...{ version: '', date: '', number: '1', text: 'x', status: '' },
      ...{ dueDate: null, target: null, scales: { c: 3 } },
    });
  });

  it('[PL14] an order that is none keeps nobody from adding a goal or an agreement', () => {
    for (const order of ['!', 'zz', 'b0', 'a00', '', `A${'0'.repeat(26)}`, 'é']) {
      const doc = serverDoc();
      for (const id of ['evil-1', 'evil-2']) {
        put(doc, 'goals', id, { place: [null, order], textOwn: new Y.Text('Ziel') });
        put(doc, 'agreements', id, { order, text: new Y.Text('Abmachung') });
      }
      goOnWith(doc);
    }
  });

  it('[PL14] an endless order makes nothing that is put beside it too long', () => {
    const doc = serverDoc();
    const endless = `a0${'V'.repeat(19_000)}`;
    put(doc, 'goals', 'evil-1', { place: [null, endless], textOwn: new Y.Text('Ziel') });
    put(doc, 'goals', 'evil-2', { place: [null, `${endless}V`], textOwn: new Y.Text('Ziel') });
    for (const after of ['evil-1', 'evil-2', null]) {
      const made = addGoal(doc, null, { textOwn: 'Dazwischen' }, ORIGIN.list, after);
      const place = 'id' in made ? doc.getMap<Y.Map<unknown>>('goals').get(made.id)?.get('place') : null;
      expect(JSON.stringify(place).length).toBeLessThan(1_000);
    }
    goOnWith(doc);
  });

  it('[PL2] a chain as long as a part may be costs about as much as a wide tree', () => {
    const chain = treeOf((index) => (index === 0 ? null : `g${index - 1}`));
    const wide = treeOf(() => null);
    expect(flatten(readPlan(chain).goals)).toHaveLength(2000);
    // A walk up the chain from every goal would cost hundreds of times as much.
    expect(quickest(chain)).toBeLessThan(30 * quickest(wide));
  });

  it('[PR10] a paragraph that was made endless becomes several, and nothing of it is lost', () => {
    const doc = serverDoc();
    const paragraph = new Y.XmlElement('paragraph'); // as the version before wrote it
    doc.getXmlFragment('text:anlass').push([paragraph]);
    for (let run = 0; run < 12; run++) {
      paragraph.push([new Y.XmlText('😀'.repeat(9_999))]);
    }
    const content = buildProtocol({ plan: readPlan(doc), record: RECORD });
    const section = content.texts?.find(({ section }) => section === 'anlass');
    expect(section?.paragraphs.join('').length).toBeGreaterThanOrEqual(12 * 2 * 9_999);
    expect(parseCanonical(canonicalBytes(content))).toEqual(content);
  });
});

/** 2000 goals, each below the one that `parentOf` names. */
function treeOf(parentOf: (index: number) => string | null): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let index = 0; index < 2000; index++) {
      put(doc, 'goals', `g${index}`, { place: [parentOf(index), 'a0'] });
    }
  });
  return doc;
}

/** The quickest of five readings: what else the machine does must not count. */
function quickest(doc: Y.Doc): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    readPlan(doc);
    return performance.now() - started;
  });
  return Math.min(...times);
}
