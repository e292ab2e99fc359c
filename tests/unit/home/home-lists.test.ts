import { describe, expect, it } from 'vitest';
import type { HomeMeeting, HomePerson } from '#shared/api/answers.ts';
import {
  expectedPeople,
  meetingAfter,
  minutesBetween,
  sortMeetings,
} from '../../../client/home/home-lists.ts';

const TODAY = '2026-03-10';

function meeting(id: string, date: string, state: HomeMeeting['state'], start = '16:00'): HomeMeeting {
  return {
    facts: {
      id,
      number: 1,
      type: 'fortschreibung',
      childName: 'Leon',
      date,
      start,
      end: '17:20',
      facilitator: { name: 'Frau Seidel', phone: null },
    },
    caseId: 'case-leon',
    caseLabel: 'Leon W.',
    place: 'Jugendtreff „Anker“',
    state,
    people: [],
    waiting: [],
    version: null,
    decided: 0,
    expected: 0,
  };
}

function person(id: string, changes: Partial<HomePerson>): HomePerson {
  return {
    participationId: `p-${id}`,
    person: { id, name: id, initials: id.slice(0, 2), hue: 0, subtitle: '' },
    role: 'familienmitglied',
    attendance: 'vor_ort',
    remote: false,
    linkOpened: false,
    ...changes,
  };
}

const ids = (meetings: readonly HomeMeeting[]): string[] => meetings.map(({ facts }) => facts.id);

describe('the caseworker’s home', () => {
  it('[UI65] each meeting stands in the list of what it needs', () => {
    const lists = sortMeetings(
      [
        meeting('later', '2026-09-15', 'open'),
        meeting('sealed-today', TODAY, 'sealed'),
        meeting('signing', '2026-03-05', 'frozen'),
        meeting('evening', TODAY, 'open', '18:00'),
        meeting('now', TODAY, 'frozen', '08:00'),
        meeting('first', '2025-09-16', 'sealed'),
        meeting('never-held', '2026-02-01', 'open'),
      ],
      TODAY,
    );
    expect(ids(lists.today)).toEqual(['now', 'evening', 'sealed-today']);
    expect(ids(lists.coming)).toEqual(['later']);
    expect(ids(lists.signing)).toEqual(['signing']);
    expect(ids(lists.past)).toEqual(['never-held', 'first']);
  });

  it('[UI65] a meeting of today that is over knows whether the next one is made', () => {
    const held = meeting('held', TODAY, 'sealed');
    const after = meeting('after', '2026-09-15', 'open');
    after.facts.number = 2;
    const another = { ...after, caseId: 'case-mia' };
    expect(meetingAfter(held, [another, held, after])).toBe(after);
    expect(meetingAfter(held, [another, held])).toBeNull();
  });

  it('[UI66] only who comes by link is missed when the link is unopened', () => {
    const { coming, remote, written, excused, opened, unopened } = expectedPeople([
      person('seidel', { role: 'moderation' }),
      person('leon', { role: 'junger_mensch', linkOpened: true }),
      person('krueger', { attendance: 'per_link', remote: true }),
      person('lorenz', { attendance: 'schriftlich' }),
      person('mia', { attendance: 'nicht_eingeladen' }),
      person('jens', { attendance: 'entschuldigt' }),
      person('screen', { role: 'bildschirm' }),
    ]);
    const names = (people: readonly HomePerson[]): string[] => people.map(({ person: { id } }) => id);
    expect(names(coming)).toEqual(['seidel', 'leon', 'krueger']);
    expect(names(remote)).toEqual(['krueger']);
    expect(names(written)).toEqual(['lorenz']);
    expect(names(excused)).toEqual(['jens']);
    expect(names(opened)).toEqual(['leon']);
    expect(names(unopened)).toEqual(['krueger']);
  });

  it('counts the minutes until a meeting', () => {
    expect(minutesBetween('15:10', '16:00')).toBe(50);
    expect(minutesBetween('16:30', '16:00')).toBe(-30);
  });
});
