import { describe, expect, it, vi } from 'vitest';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { type BoardAt, pressOnCard } from '../../../../client/plan/board/canvas/keys/board-keys.ts';
import { goalsOf } from './arbitraries.ts';

/** A board with one goal on it, and what a key asked it for. */
function table(given: { writable?: boolean; all?: boolean } = {}): { at: BoardAt; asked: string[] } {
  const { doc } = goalsOf({ goals: [{ id: 'r1', textOwn: 'eins', children: [] }] });
  const asked: string[] = [];
  const note =
    (name: string) =>
    (...args: unknown[]): void =>
      void asked.push([name, ...args.map((arg) => JSON.stringify(arg))].join(' '));
  const actions = {
    all: given.all ?? false,
    ...{ addGoal: note('add'), move: note('move'), remove: note('remove'), show: note('show') },
    ...{ press: note('press'), goTo: note('go'), selectAll: note('all') },
    card: { edit: note('edit'), toggleStep: note('done'), askHelp: note('help') },
  };
  const model = { order: ['r1'], resources: new Map() };
  const at = { board: 'goals', model, selected: 'r1', actions, writable: given.writable ?? true, doc };
  return { at: { ...at, plan: readPlan(doc) } as unknown as BoardAt, asked };
}

function key(name: string, held: Partial<KeyboardEvent> & { altGraph?: boolean } = {}): KeyboardEvent {
  const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
  return {
    ...plain,
    ...held,
    key: name,
    getModifierState: vi.fn(() => held.altGraph === true),
  } as unknown as KeyboardEvent;
}

describe('keys on a card of the board', () => {
  it.each([
    ...'nNvVxXdDmM?abcß1.',
    'Dead',
    'Process',
  ])('[BO24] %s opens the card for writing and stays with the browser, which writes it', (name) => {
    const { at, asked } = table();
    expect(pressOnCard(at, 'r1', key(name))).toBe(false);
    expect(asked).toEqual(['edit "r1"']);
  });

  it('[BO24] what is made with AltGr is written too; with Ctrl or Alt nothing is', () => {
    const { at, asked } = table();
    pressOnCard(at, 'r1', key('@', { ctrlKey: true, altKey: true, altGraph: true }));
    pressOnCard(at, 'r1', key('m', { ctrlKey: true }));
    pressOnCard(at, 'r1', key('n', { altKey: true }));
    pressOnCard(at, 'r1', key(' '));
    expect(asked).toEqual(['edit "r1"']);
  });

  it('[BO24] who may only read writes and moves nothing', () => {
    const { at, asked } = table({ writable: false });
    for (const name of ['n', 'm', 'Delete', 'Enter', 'F2', 'Insert', 'Dead']) {
      expect(pressOnCard(at, 'r1', key(name))).toBe(false);
    }
    expect(pressOnCard(at, 'r1', key('Enter', { altKey: true }))).toBe(false);
    expect(asked).toEqual([]);
  });

  it('[BO10] Alt+Enter opens "Wohin?", Enter and F2 write, Delete takes off the table', () => {
    const { at, asked } = table();
    pressOnCard(at, 'r1', key('Enter', { altKey: true }));
    pressOnCard(at, 'r1', key('Enter'));
    pressOnCard(at, 'r1', key('F2'));
    pressOnCard(at, 'r1', key('Delete'));
    expect(asked).toEqual(['show {"kind":"where","id":"r1"}', 'edit "r1"', 'edit "r1"', 'remove "r1"']);
  });

  it('[BO25] Ctrl+A selects all cards; then nothing is moved or removed by a key', () => {
    const { at, asked } = table();
    expect(pressOnCard(at, 'r1', key('a', { ctrlKey: true }))).toBe(true);
    expect(asked).toEqual(['all "r1"']);
    const whole = table({ all: true });
    expect(pressOnCard(whole.at, 'r1', key('Delete'))).toBe(true);
    expect(pressOnCard(whole.at, 'r1', key('ArrowUp', { altKey: true }))).toBe(true);
    expect(whole.asked).toEqual([]);
  });
});
