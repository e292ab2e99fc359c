import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { freshCopy } from '#shared/documents/plan/fresh-copy.ts';
import { flatten, setScale } from '#shared/documents/plan/goals.ts';
import { planKind } from '#shared/documents/plan/kind.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { newId, ORIGIN } from '#shared/documents/plan/records.ts';
import { MAP_PARTS } from '#shared/documents/plan/roots.ts';
import { attack, goOnWith, put, serverDoc } from './hostile-client.ts';

describe('what a hostile client can leave in a plan', () => {
  it.each([
    'x'.repeat(65),
    'a\tb',
    'a b',
    'a\nb',
    'e\u0301',
    '😀',
  ])('[GU12] an id that no version could name is refused: %j', (id) => {
    const server = serverDoc();
    const write = (doc: Y.Doc): void => put(doc, 'goals', id, { textOwn: new Y.Text('Ziel') });
    expect(attack(server, write)).toMatchObject({ kind: 'refuse', code: 'schema' });
  });

  it('[GU12] ids that the product makes pass', () => {
    const write = (doc: Y.Doc): void => put(doc, 'goals', newId(), { textOwn: new Y.Text('Ziel') });
    expect(attack(serverDoc(), write).kind).toBe('pass');
  });

  it('[GU13] nobody rewrites what the last version said of a goal', () => {
    const server = serverDoc();
    const goals = server.getMap<Y.Map<unknown>>('goals');
    goals.get('hz-1')?.set('before', { number: '1.1', text: 'Pünktlich', scales: {} });
    const tries = [
      (doc: Y.Doc) => put(doc, 'goals', 'hz-1', { before: { number: '1.1', text: 'Nie gesagt' } }),
      (doc: Y.Doc) => put(doc, 'goals', 'hz-1', { before: null }),
      (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('goals').get('hz-1')?.delete('before'),
      (doc: Y.Doc) => put(doc, 'goals', 'new', { before: { number: '1.9', text: 'Erfunden' } }),
    ];
    for (const write of tries) {
      expect(attack(server, write)).toMatchObject({ kind: 'refuse', code: 'schema' });
    }
    expect(goals.get('hz-1')?.get('before')).toMatchObject({ text: 'Pünktlich' });
  });

  const strange: [string, (doc: Y.Doc) => void][] = [
    ['a field that no goal has', (doc) => put(doc, 'goals', 'hz-1', { colour: 'red' })],
    ['a field of a strength', (doc) => put(doc, 'goals', 'hz-1', { domain: 'sozial' })],
    ['a new goal with a field too many', (doc) => put(doc, 'goals', 'new', { place: [null, 'a0'], x: 1 })],
    ['words where a value stands', (doc) => put(doc, 'goals', 'hz-1', { target: new Y.Text('viel') })],
    ['words for a number of a person', (doc) => put(doc, 'goals', 'hz-1', { 'scale:leon': new Y.Text('5') })],
    ['a number of nobody', (doc) => put(doc, 'goals', 'hz-1', { 'scale:': 5 })],
    ['a number of somebody with an impossible id', (doc) => put(doc, 'goals', 'hz-1', { 'scale:a b': 5 })],
    ['a value where words stand', (doc) => put(doc, 'goals', 'new', { textOwn: 'Ziel' })],
    ['what the last version said, of a strength', (doc) => put(doc, 'resources', 'new', { before: {} })],
    ['a link of a goal', (doc) => put(doc, 'goals', 'hz-1', { 'goal:hz-2': true })],
    ['a number of a strength', (doc) => put(doc, 'resources', 'new', { 'scale:leon': 5 })],
    ['a field that no advice has', (doc) => put(doc, 'meta', 'advice', { whispered: true })],
    ['a field that no help has', (doc) => put(doc, 'service', 'new', { price: 100 })],
    ['a field that no agreement has', (doc) => put(doc, 'agreements', 'new', { by: 'p-leon' })],
  ];
  it.each(strange)('[GU16] %s is refused', (_what, write) => {
    expect(attack(serverDoc(), write)).toMatchObject({ kind: 'refuse', code: 'schema' });
  });

  it('[GU12] [GU16] nobody keeps others from a value by putting words in its place', () => {
    const server = serverDoc();
    expect(attack(server, (doc) => setScale(doc, 'hz-1', 'p-leon', 3, ORIGIN.list)).kind).toBe('pass');
    expect(attack(server, (doc) => setScale(doc, 'hz-1', 'p-leon', null, ORIGIN.list)).kind).toBe('pass');
    const words = (doc: Y.Doc): void => put(doc, 'goals', 'hz-1', { 'scale:p-leon': new Y.Text('zu') });
    expect(attack(server, words)).toMatchObject({ kind: 'refuse', code: 'schema' });
    expect(attack(server, (doc) => setScale(doc, 'hz-1', 'p-leon', 7, ORIGIN.list)).kind).toBe('pass');
  });

  it('[GU16] a document from before opens with what its records hold beyond that, and goes on', () => {
    const server = serverDoc();
    put(server, 'goals', 'hz-1', { colour: 'red', note: new Y.Text('von damals'), target: new Y.Text('5') });
    put(server, 'people', 'oma', { name: new Y.Text('Oma') });
    const record = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('goals').get('hz-1');
    expect(flatten(readPlan(server).goals).find(({ id }) => id === 'hz-1')?.target).toBeNull();
    goOnWith(server);
    expect(attack(server, (doc) => put(doc, 'goals', 'hz-1', { colour: 'blue' })).kind).toBe('refuse');
    expect(attack(server, (doc) => record(doc)?.delete('note')).kind).toBe('refuse');
    expect(attack(server, (doc) => put(doc, 'goals', 'hz-1', { target: 4 })).kind).toBe('pass');
    expect(flatten(readPlan(server).goals).find(({ id }) => id === 'hz-1')?.target).toBe(4);
    const kept = record(freshCopy(server))?.toJSON() ?? {};
    expect(kept).toMatchObject({ target: 4 });
    expect(Object.keys(kept)).not.toContain('colour');
    expect(Object.keys(kept)).not.toContain('note');
    expect(readPlan(freshCopy(server))).toEqual(readPlan(server));
  });
});

describe('parts that nobody reads', () => {
  it('[GU19] take nothing, whatever the id, and what an older document holds there is in no fresh copy', () => {
    const parts = MAP_PARTS.filter((part) => !planKind.writable('moderation', 'open').includes(part));
    expect(parts).toEqual(['people', 'views', 'clearing', 'board']);
    for (const part of parts) {
      const server = serverDoc();
      const large = (doc: Y.Doc): void => void doc.getMap(part).set('made-up', 'x'.repeat(3_000));
      const record = (doc: Y.Doc): void => put(doc, part, 'made-up', { text: new Y.Text('Kanari') });
      for (const write of [large, record]) {
        expect(attack(server, write)).toMatchObject({ kind: 'refuse', code: 'forbidden_part' });
        expect(attack(server, write, MAP_PARTS)).toMatchObject({ kind: 'refuse', code: 'schema' });
      }
      large(server);
      expect(readPlan(freshCopy(server))).toEqual(readPlan(server));
      expect(freshCopy(server).getMap(part).size).toBe(0);
    }
  });
});
