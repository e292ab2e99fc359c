import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createUndoList } from '../../../../client/session/undo/undo.ts';
import { until } from '../helpers.ts';
import { goals, NOTES, note, notes, openDocuments, ownDoc, say } from './documents.ts';

it('[UI48] undoes by time, in whichever document the last step was made', async () => {
  const { joined } = await openDocuments();
  const session = await joined();
  const seen = (): unknown[] => [goals(session.plan.doc.get()), notes(ownDoc(session))];
  note(ownDoc(session), 'a', 'eins');
  say(session, 'zwei');
  note(ownDoc(session), 'b', 'drei');
  expect(seen()).toEqual([['zwei'], { a: 'eins', b: 'drei' }]);
  session.undo.undo();
  expect(seen()).toEqual([['zwei'], { a: 'eins' }]);
  session.undo.undo();
  expect(seen()).toEqual([[], { a: 'eins' }]);
  session.undo.undo();
  expect(seen()).toEqual([[], {}]);
  expect(session.undo.state.get()).toEqual({ canUndo: false, canRedo: true });
  session.undo.redo();
  session.undo.redo();
  expect(seen()).toEqual([['zwei'], { a: 'eins' }]);
  session.undo.undo();
  expect(seen()).toEqual([[], { a: 'eins' }]);
});

it('[UI48] writing anywhere ends what could be done again everywhere', async () => {
  const { joined } = await openDocuments();
  const session = await joined();
  note(ownDoc(session), 'a', 'eins');
  session.undo.undo();
  expect(session.undo.state.get()).toEqual({ canUndo: false, canRedo: true });
  say(session, 'zwei');
  expect(session.undo.state.get()).toEqual({ canUndo: true, canRedo: false });
  session.undo.redo();
  expect(notes(ownDoc(session))).toEqual({});
});

it('[UI48] a step that changes nothing any more is passed over, the step before it by time is taken', () => {
  const [first, second] = [new Y.Doc(), new Y.Doc()];
  const undo = createUndoList();
  for (const doc of [first, second]) {
    undo.follow(doc, {
      scope: (one) => one,
      records: () => [],
      mark: () => undefined,
      sign: () => undefined,
    });
  }
  note(first, 'a', 'eins');
  note(second, 'b', 'zwei');
  note(first, 'c', 'drei');
  // Somebody else has taken it away meanwhile, as showing a private card does.
  first.transact(() => first.getMap(NOTES).delete('c'), 'remote');
  undo.undo();
  expect([notes(first), notes(second)]).toEqual([{ a: 'eins' }, {}]);
});

it('[UI48] a document that ends takes its steps with it, the others keep theirs', async () => {
  const { plan, joined } = await openDocuments();
  const session = await joined();
  note(ownDoc(session), 'a', 'eins');
  await until(session.save, ({ kind }) => kind === 'saved');
  plan.judge = () => 'schema';
  say(session, 'passt nicht');
  await until(session.refused, (entries) => entries.length === 1);
  expect(session.undo.state.get()).toEqual({ canUndo: true, canRedo: false });
  session.undo.undo();
  expect(notes(ownDoc(session))).toEqual({});
});
