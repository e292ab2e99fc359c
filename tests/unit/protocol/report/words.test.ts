import { describe, expect, it } from 'vitest';
import type { ResourceState } from '#shared/domain/codes.ts';
import { serviceFacts } from '#shared/protocol/report/facts.ts';
import { actionGoal, stepLine } from '#shared/protocol/report/goals.ts';
import { resourceGroups } from '#shared/protocol/report/resources.ts';
import { reviewBlocks, reviewRow, scalesOf } from '#shared/protocol/report/reviews.ts';
import type { ProtocolResource, ProtocolReview } from '#shared/protocol/schema.ts';
import { statesIn } from '#shared/protocol/states.ts';
import { EMPTY_CONTENT, goal, step } from '../content.ts';
import { germanReport, germanWords } from './german.ts';

const words = germanWords(EMPTY_CONTENT);
const stateOf = statesIn(EMPTY_CONTENT);
/** Day and month stay on one line. */
const day = (text: string): string => text.replace(/(\d\.) /, '$1\u00a0');

describe('the words of a report', () => {
  it('[SG52] tells who, with whom, until when, how we notice it and every number of the scale', () => {
    const { facts } = actionGoal(
      goal('g1', {
        responsible: 'mother',
        supporters: ['child'],
        dueDate: '2026-08-31',
        indicator: 'Strichliste',
        target: 7,
        scales: [
          { person: 'child', value: 4 },
          { person: 'mother', value: 6 },
        ],
        helps: ['Dienstplan', 'Oma'],
      }),
      stateOf,
      words,
    );
    expect(facts.map(({ label, text }) => [label, text])).toEqual([
      ['Wer', 'Name mother, mit Name child'],
      ['Bis wann', day('31. August 2026')],
      ['Woran wir es merken', 'Strichliste'],
      ['Skala 0 bis 10', 'Name child 4, Name mother 6, Ziel 7'],
      ['Das hilft', 'Dienstplan · Oma'],
    ]);
    expect(actionGoal(goal('g2', {}), stateOf, words).facts).toEqual([]);
  });

  it('[SG52] says of a step who, until when, how often, and its state unless it is open', () => {
    const said = step('s1', { responsible: 'father', dueDate: '2026-04-25', recurrence: 'monatlich' });
    expect(stepLine(said, words)).toMatchObject({
      about: day('Name father · bis 25. April 2026 · monatlich'),
      done: false,
    });
    const done = stepLine({ ...said, status: 'erledigt' }, words);
    expect(done.about).toContain('geschafft');
    expect(done.done).toBe(true);
  });

  it('[PR70] says that a goal ended, and its open steps with it, also where its own status says nothing', () => {
    const steps = [step('s1', { responsible: 'father' }), step('s2', { status: 'erledigt' })];
    const review = { goalId: 'g1', number: '1.1', before: 'Ziel', result: 'teilweise_erreicht' as const };
    const told = (consequence: 'ersetzen' | 'fortfuehren') => {
      const states = statesIn({ reviews: [{ ...review, consequence }] });
      const { label, commitment, steps: lines } = actionGoal(goal('g1', { steps }), states, words);
      return [label, commitment.state, ...lines.map(({ about }) => about)];
    };
    expect(told('ersetzen')).toEqual([
      'Handlungsziel 1.1 · ersetzt',
      'ersetzt',
      'Name father · endet mit dem Ziel',
      'geschafft',
    ]);
    expect(told('fortfuehren')).toEqual([
      'Handlungsziel 1.1 · läuft weiter',
      'läuft weiter',
      'Name father',
      'geschafft',
    ]);
  });

  it('[SG52] [UI190] puts then and now side by side, averages nothing, and names who entered it', () => {
    const scales = [
      { person: 'child', before: 3, now: 5 },
      { person: 'mother', now: 4 },
      { person: 'father', before: 2 },
      { person: 'grandma', before: 1, now: 2, by: 'mother' },
    ];
    const review = { goalId: 'g', number: '1.1', before: '', target: 8, scales };
    expect(scalesOf(review, words)).toBe(
      'Name child damals 3, heute 5; Name mother heute 4; Name father damals 2; ' +
        'grandma damals 1, heute 2 (eingetragen von Name mother); Ziel 8',
    );
  });

  it('[PR13] says which goals take the place of one that ended', () => {
    const replacedBy = [
      { goalId: 'a', number: '1.3' },
      { goalId: 'b', number: '2' },
    ];
    const review = { goalId: 'g', number: '1.1', before: 'Alt', replacedBy };
    expect(reviewRow(review, words).details).toContain('An seiner Stelle: 1.3 und 2');
  });

  it('[SG52] says of a strength how it is used, with the numbers of its goals, in the words of the board', () => {
    const content = {
      ...EMPTY_CONTENT,
      goals: [
        {
          id: 'r1',
          number: '1',
          text: '',
          status: 'vereinbart' as const,
          goals: [goal('g10', { number: '1.10' }), goal('g2', { number: '1.2' })],
        },
      ],
    };
    const noteOf = (state: ResourceState, supports: string[]): string | undefined => {
      const resource: ProtocolResource = { id: 'x', domain: 'sozial', title: 'Oma', state, supports };
      return resourceGroups({ ...content, resources: [resource] }, words)[0]?.items[0]?.note;
    };
    expect(noteOf('aktiviert', ['g10', 'g2', 'gone'])).toBe('hilft schon bei 1.2 und 1.10');
    expect(noteOf('aktiviert', [])).toBe('hilft schon');
    expect(noteOf('verbunden', ['g2'])).toBe('Kontakt steht, für 1.2');
    expect(noteOf('verbunden', ['gone'])).toBe('Kontakt steht');
    expect(noteOf('erkannt', ['g2'])).toBe('noch frei, passt zu 1.2');
    expect(noteOf('erkannt', [])).toBe('noch frei');
    expect(noteOf('belastet', ['g2'])).toBe('geht gerade nicht');
    expect(noteOf('weggefallen', ['g2'])).toBe('nicht mehr da');
  });

  it('[PR57] says of a wording that it stays only where somebody said that the goal goes on', () => {
    const review = { goalId: 'g', number: '1.1', before: 'Wir essen zusammen.', now: 'Wir essen zusammen.' };
    const detailsOf = (more: Partial<ProtocolReview>) =>
      reviewBlocks({ ...EMPTY_CONTENT, reviews: [{ ...review, ...more }] }, words).flatMap((block) =>
        block.kind === 'reviews' ? block.rows.flatMap(({ details }) => details) : [],
      );
    expect(detailsOf({})).toEqual([]);
    expect(detailsOf({ result: 'erreicht' })).toEqual([]);
    expect(detailsOf({ consequence: 'anpassen' })).toEqual([]);
    expect(detailsOf({ consequence: 'fortfuehren' })).toEqual(['Der Wortlaut bleibt.']);
    expect(detailsOf({ now: 'Anders.' })).toEqual(['Jetzt: Anders.']);
  });

  it('[PR58] sets a name that runs the other way apart, so that no number changes its person', () => {
    const persons = EMPTY_CONTENT.persons.map((person) =>
      person.id === 'child'
        ? { ...person, name: 'عمر' }
        : person.id === 'mother'
          ? { ...person, name: 'سارة' }
          : person,
    );
    const said = germanWords({ ...EMPTY_CONTENT, persons });
    const scales = [
      { person: 'child', value: 4 },
      { person: 'mother', value: 6 },
      { person: 'father', value: 2, by: 'mother' },
    ];
    const { facts } = actionGoal(
      goal('g1', { scales, target: 7, responsible: 'mother', supporters: ['child', 'father'] }),
      stateOf,
      said,
    );
    expect(facts.map(({ text }) => text)).toEqual([
      '\u2068سارة\u2069, mit \u2068عمر\u2069, Name father',
      '\u2068عمر\u2069 4, \u2068سارة\u2069 6, Name father 2 (eingetragen von \u2068سارة\u2069), Ziel 7',
    ]);
    expect(said.list(['عمر', 'Leon'])).toBe('\u2068عمر\u2069 und Leon');
  });

  it('[PR58] a sign that turns the direction, in a version of before, stands as words in its place', () => {
    const turned = { ...EMPTY_CONTENT, agreements: ['Zahl \u202e21\u202c bleibt'] };
    const report = germanReport(turned);
    expect(JSON.stringify(report)).toContain('Zahl ⟦U+202E⟧21⟦U+202C⟧ bleibt');
    expect(JSON.stringify(report)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('[SG52] writes hours as people write them', () => {
    const facts = serviceFacts({ id: 's', hoursPerWeek: '2.5', start: '2026-04-01' }, words);
    expect(facts.map(({ label, text }) => [label, text])).toEqual([
      ['Zeitraum', day('ab 1. April 2026')],
      ['Umfang', '2,5 Stunden in der Woche'],
    ]);
  });
});
