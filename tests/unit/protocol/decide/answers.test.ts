import { describe, expect, it } from 'vitest';
import type { SignoffEntry } from '#shared/api/answers.ts';
import type { PersonRef, SignoffState } from '#shared/api/view.ts';
import {
  answersByPerson,
  followsAnother,
  isAddendum,
} from '../../../../client/protocol/decide/answer-list.ts';

const person = (id: string): PersonRef => ({ id, name: id, initials: id.slice(0, 2), hue: 0, subtitle: '' });
const open = (id: string): SignoffState => ({
  person: person(id),
  state: 'offen',
  decision: null,
  method: null,
  at: null,
  thinkUntil: null,
  earlier: null,
});
const said = (id: string, decision: SignoffEntry['decision'], at: string): SignoffEntry => ({
  person: person(id),
  decision,
  remark: null,
  thinkUntil: null,
  method: 'bestaetigt',
  at,
});

describe('who said what', () => {
  it('[SG50] follows the order of the people expected; the latest answer counts, earlier ones stay', () => {
    const answers = answersByPerson(
      [open('leon'), open('krueger')],
      [
        said('krueger', 'bedenkzeit', '2026-03-10T16:00:00Z'),
        said('krueger', 'nicht_einverstanden', '2026-03-14T10:00:00+01:00'),
        said('oma', 'einverstanden', '2026-03-10T16:01:00Z'),
      ],
    );
    expect(answers.map((one) => one.person.id)).toEqual(['leon', 'krueger', 'oma']);
    expect(answers[0]?.said).toEqual([]);
    expect(answers[1]?.said.map(({ decision }) => decision)).toEqual(['bedenkzeit', 'nicht_einverstanden']);
  });

  it('[SG50] calls an answer added only when it came after sealing', () => {
    const entry = said('leon', 'einverstanden', '2026-03-10T17:30:00+01:00');
    expect(isAddendum(entry, '2026-03-10T16:10:00Z')).toBe(true);
    expect(isAddendum(entry, '2026-03-10T16:40:00Z')).toBe(false);
    expect(isAddendum(entry, null)).toBe(false);
  });

  it('[SG51] knows a version that follows another one of the same meeting', () => {
    expect(['2.0', '2.1', '12.10'].map(followsAnother)).toEqual([false, true, true]);
  });
});
