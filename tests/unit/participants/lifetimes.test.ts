import { describe, expect, it } from 'vitest';
import { linkExpiry, officeTime, officeToday } from '#server/participants/lifetimes.ts';

describe('lifetimes', () => {
  it('[AC1] a link to the table ends two hours after the meeting, by the clock of the office', () => {
    const winter = linkExpiry(
      'teilnehmen',
      { date: '2026-12-01', end: '17:20' },
      new Date('2026-11-20T08:00Z'),
    );
    expect(winter.toISOString()).toBe('2026-12-01T18:20:00.000Z');
    const summer = linkExpiry(
      'teilnehmen',
      { date: '2026-07-01', end: '17:20' },
      new Date('2026-06-20T08:00Z'),
    );
    expect(summer.toISOString()).toBe('2026-07-01T17:20:00.000Z');
  });

  it('[AC1] a link that is made when the meeting is over opens for twelve hours', () => {
    const now = new Date('2026-12-02T08:00Z');
    expect(linkExpiry('teilnehmen', { date: '2026-12-01', end: '17:20' }, now).toISOString()).toBe(
      '2026-12-02T20:00:00.000Z',
    );
  });

  it('[SG10] a link for signing outlives the meeting by 30 days', () => {
    const now = new Date('2026-12-02T08:00Z');
    expect(linkExpiry('unterschreiben', { date: '2026-12-01', end: '17:20' }, now).toISOString()).toBe(
      '2027-01-01T08:00:00.000Z',
    );
  });

  it('knows the office clock over both changes of time', () => {
    expect(officeTime('2026-03-29', '01:59').toISOString()).toBe('2026-03-29T00:59:00.000Z');
    expect(officeTime('2026-03-29', '03:00').toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(officeTime('2026-10-25', '01:00').toISOString()).toBe('2026-10-24T23:00:00.000Z');
    expect(officeTime('2026-10-25', '04:00').toISOString()).toBe('2026-10-25T03:00:00.000Z');
    expect(officeToday(new Date('2026-11-20T23:30:00Z'))).toBe('2026-11-21');
  });
});
