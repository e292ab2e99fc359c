import { describe, expect, it } from 'vitest';
import { type OwnPage, ownPageOf } from '#shared/protocol/report/own-page.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { EMPTY_CONTENT, goal, step } from '../content.ts';
import { germanWords } from './german.ts';

const myPage = (content: ProtocolContent, person: string): OwnPage =>
  ownPageOf(content, person, germanWords(content));

const content = {
  ...EMPTY_CONTENT,
  goals: [
    {
      id: 'r1',
      number: '1',
      text: 'Bei uns ist es abends ruhig.',
      status: 'in_arbeit' as const,
      voice: 'mother',
      goals: [
        goal('g1', {
          voice: 'mother',
          responsible: 'mother',
          steps: [
            step('s1', { responsible: 'child', dueDate: '2026-04-01' }),
            step('s2', { responsible: 'worker', supporters: ['child'] }),
            step('s3', { responsible: 'father' }),
            step('s4', { responsible: 'child', status: 'erledigt' }),
            step('s5', { responsible: 'mother', status: 'entfallen' }),
            step('s6', {}),
          ],
        }),
      ],
    },
    { id: 'r2', number: '2', text: 'Ich gehe zur Schule.', status: 'in_arbeit' as const, voice: 'child' },
    {
      id: 'r3',
      number: '3',
      text: 'Ich mache Sachen mit anderen.',
      status: 'in_arbeit' as const,
      voice: 'child',
      goals: [goal('g3', { voice: 'child' }), goal('g4', { voice: 'child', status: 'ruht' })],
    },
  ],
  reviews: [
    {
      goalId: 'g3',
      number: '3.1',
      before: 'Ich gehe zum Training.',
      result: 'erreicht' as const,
      consequence: 'fortfuehren' as const,
      text: 'Seit Januar.',
    },
    { goalId: 'g1', number: '1.1', before: 'Wir essen zusammen.', result: 'erreicht' as const },
    { goalId: 'gone', number: '4.1', before: 'Ich schlafe durch.', result: 'erreicht' as const },
    { goalId: 's2', number: '1.1.2', before: 'Ich komme dazu.', result: 'erreicht' as const },
    {
      goalId: 'g4',
      number: '3.2',
      before: 'Ich lerne schwimmen.',
      result: 'nicht_erreicht' as const,
      consequence: 'ruhen_lassen' as const,
    },
  ],
};

const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);

describe('Deine Seite', () => {
  it('[SG40] names only open steps that the person has taken', () => {
    expect(ids(myPage(content, 'child').steps)).toEqual(['s1']);
    expect(ids(myPage(content, 'mother').steps)).toEqual([]);
    expect(myPage(content, 'child').steps[0]).toEqual({
      id: 's1',
      text: 'Schritt s1',
      quote: '',
      about: ['bis 1.\u00a0April 2026'],
      done: false,
    });
  });

  it('[SG40] names open goals with the own voice or in the own care, and a direction only where it stands alone', () => {
    expect(ids(myPage(content, 'child').goals)).toEqual(['r2', 'g3']);
    const cared = {
      ...content,
      goals: [{ ...content.goals[0], goals: [goal('g5', { voice: 'child', responsible: 'father' })] }],
    };
    expect(myPage(cared as typeof content, 'father').goals).toEqual([
      { id: 'g5', text: 'Ziel g5', quote: '', about: ['Wunsch von Name child'], done: false },
    ]);
  });

  it('[SG40] [PR70] names no goal that the review ended or found reached, and no step of one that ended', () => {
    expect(ids(myPage(content, 'mother').goals), 'reached: it stands under what was achieved').toEqual([
      'r1',
    ]);
    const [reached, kept] = [content.reviews[1], content.reviews.slice(2)];
    const without = { ...content, reviews: kept };
    expect(ids(myPage(without, 'mother').goals)).toEqual(['g1']);
    const replaced = { ...content, reviews: [...kept, { ...reached, consequence: 'ersetzen' as const }] };
    const page = myPage(replaced as typeof content, 'child');
    expect([...page.steps, ...page.helping, ...page.others].map(({ id }) => id)).toEqual([]);
    expect(ids(page.achieved), 'what was done stays done').toContain('s4');
  });

  it('[SG40] tells what others do with their id, and where the person helps apart from that', () => {
    const page = myPage(content, 'child');
    expect(page.helping.map(({ id, person }) => [id, person])).toEqual([['s2', 'worker']]);
    expect(page.others.map(({ id, person }) => [id, person])).toEqual([['s3', 'father']]);
    expect(ids(myPage(content, 'father').others)).toEqual(['s1', 's2']);
  });

  it('[SG41] says what was achieved in the wording that was agreed then, with what was said about it', () => {
    expect(myPage(content, 'child').achieved).toEqual([
      { id: 'g3', text: 'Ich gehe zum Training.', quote: '', about: ['Seit Januar.'], done: true },
      { id: 'gone', text: 'Ich schlafe durch.', quote: '', about: [], done: true },
      { id: 's4', text: 'Schritt s4', quote: '', about: [], done: true },
    ]);
    expect(ids(myPage(content, 'mother').achieved)).toEqual(['g1']);
  });

  it('[SG40] is empty, not wrong, for somebody whom the plan does not name', () => {
    const page = myPage(content, 'guest');
    expect([page.achieved, page.goals, page.steps, page.helping]).toEqual([[], [], [], []]);
    expect(ids(page.others)).toEqual(['s1', 's2', 's3']);
  });
});
