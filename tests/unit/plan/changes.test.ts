import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addAgreement } from '#shared/documents/plan/arrangements.ts';
import { addGoal, readGoals, removeGoal, setGoalField, setGoalText } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, readPlan, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource } from '#shared/documents/plan/resources.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import { reviewItems } from '../../../client/meeting/review/review.ts';
import { bringGoalBack, restingGoal } from '../../../client/plan/list/restore.ts';
import { type Change, changesOf } from '../../../client/plan/words/changes.ts';
import { firstText } from '../../helpers/plan-texts.ts';

/** Two devices on one plan; what the second one writes reaches the first. */
function devices(): { mine: Y.Doc; theirs: Y.Doc; heard: Change[] } {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  const seed = seedPlan(EMPTY_SEED);
  Y.applyUpdate(mine, seed);
  Y.applyUpdate(theirs, seed);
  const heard: Change[] = [];
  mine.on('afterTransaction', (transaction: Y.Transaction) => heard.push(...changesOf(mine, transaction)));
  theirs.on('update', (update: Uint8Array) => Y.applyUpdate(mine, update));
  return { mine, theirs, heard };
}

describe('what others have changed', () => {
  it('[UI33] names who, which part and which record', () => {
    const { theirs, heard } = devices();
    const client = theirs.clientID;
    addGoal(theirs, null, { id: 'r' }, ORIGIN.list);
    setGoalText(theirs, 'r', 'textOwn', 'Ich', ORIGIN.list);
    setGoalField(theirs, 'r', 'responsible', 'p', ORIGIN.list);
    const resource = addResource(theirs, { domain: 'sozial' }, ORIGIN.list);
    const text = addText(theirs, 'sicht_kind', { words: 'Hallo' }, ORIGIN.text);
    addAgreement(theirs, 'Wir rufen an.', ORIGIN.list, 'a');
    expect(heard).toEqual([
      { client, part: 'goals', record: 'r' },
      { client, part: 'goals', record: 'r' },
      { client, part: 'goals', record: 'r' },
      { client, part: 'resources', record: resource },
      { client, part: 'section:sicht_kind', record: text, words: 'Hallo' },
      { client, part: 'agreements', record: 'a' },
    ]);
  });

  it('[UI33] of a running text names the paragraph that was written on', () => {
    const { theirs, heard } = devices();
    const record = addText(theirs, 'sicht_kind', { words: 'Eins\nZwei\nDrei' }, ORIGIN.text);
    const text = firstText(theirs, 'sicht_kind');
    text.insert(9, ' und mehr');
    text.insert(0, 'Null\n');
    const place = { client: theirs.clientID, part: 'section:sicht_kind', record };
    expect(heard).toEqual(['Eins', 'Zwei und mehr', 'Eins'].map((words) => ({ ...place, words })));
  });

  it('[UI33] one’s own changes are no news', () => {
    const { mine, heard } = devices();
    addGoal(mine, null, { id: 'r' }, ORIGIN.list);
    expect(heard).toEqual([]);
  });
});

describe('a card that was taken away meanwhile', () => {
  it('[UI34] comes back with everything above it that rests, and with its words', () => {
    const doc = new Y.Doc();
    addGoal(doc, null, { id: 'r', textOwn: 'oben' }, ORIGIN.list);
    addGoal(doc, 'r', { id: 'h', textOwn: 'Mitte' }, ORIGIN.list);
    addGoal(doc, 'h', { id: 's', textOwn: 'unten' }, ORIGIN.list);
    expect(restingGoal(doc, 's')).toBeNull();
    removeGoal(doc, 's', 'seidel', ORIGIN.list);
    removeGoal(doc, 'r', 'wegner', ORIGIN.list);
    expect(restingGoal(doc, 's')).toMatchObject({ removal: { by: 'seidel' }, marks: ['s', 'r'] });
    expect(restingGoal(doc, 'h')).toMatchObject({ removal: { by: 'wegner' }, marks: ['r'] });
    setGoalText(doc, 's', 'textOwn', 'unten und mehr', ORIGIN.list);
    bringGoalBack(doc, 's', ORIGIN.list);
    expect(readGoals(doc)[0]?.children[0]?.children[0]?.sentence).toBe('unten und mehr');
  });
});

describe('the goals of the last version', () => {
  it('[UI35] are reviewed in the order of their numbers then, also what was taken away', () => {
    const doc = new Y.Doc();
    const lastTime = (number: string) => ({
      version: '1.0',
      date: '2026-05-30',
      number,
      text: number,
      dueDate: null,
      status: 'vereinbart',
      target: null,
      scales: {},
    });
    addGoal(doc, null, { id: 'r', before: lastTime('1') }, ORIGIN.list);
    addGoal(doc, 'r', { id: 'h10', before: lastTime('1.10') }, ORIGIN.list);
    addGoal(doc, 'r', { id: 'h2', before: lastTime('1.2') }, ORIGIN.list);
    addGoal(doc, 'r', { id: 'new' }, ORIGIN.list);
    addGoal(doc, 'h2', { id: 's', before: lastTime('1.2.1') }, ORIGIN.list);
    removeGoal(doc, 'h2', 'wegner', ORIGIN.list);
    const items = reviewItems(readPlan(doc));
    expect(items.map(({ id, goal }) => `${id} ${goal ? 'da' : 'weg'}`)).toEqual(['h2 weg', 'h10 da']);
  });
});
