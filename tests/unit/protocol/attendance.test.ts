import { describe, expect, it } from 'vitest';
import { attendance as ALL } from '#shared/domain/codes.ts';
import { NOTABLE_ATTENDANCE, proposedAttendance, toldAttendance } from '#shared/protocol/attendance.ts';

describe('attendance', () => {
  it('[ME11] what was noted counts, with its own word and not the one of the plan', () => {
    const facts = {
      attendance: 'per_link',
      reason: 'am Handy',
      noted: 'zeitweise',
      note: 'bis 16:40',
    } as const;
    expect(toldAttendance(facts)).toEqual({ attendance: 'zeitweise', reason: 'bis 16:40', planned: false });
  });

  it('[ME11] without a note the plan is told as a plan; an excuse and no invitation are facts', () => {
    const told = ALL.map((attendance) => toldAttendance({ attendance, reason: 'r', noted: null, note: '' }));
    expect(told.every(({ reason }) => reason === 'r')).toBe(true);
    expect(told.filter(({ planned }) => !planned).map(({ attendance }) => attendance)).toEqual([
      'entschuldigt',
      'nicht_eingeladen',
    ]);
  });

  it('[ME10] devices propose what they can know, and nothing of who sits there without one', () => {
    const away = { came: false, left: false };
    expect(proposedAttendance('vor_ort', away)).toBeNull();
    expect(proposedAttendance('telefonisch', away)).toBeNull();
    expect(proposedAttendance('per_link', away)).toBe('nicht_erschienen');
    expect(proposedAttendance('schriftlich', away)).toBe('schriftlich');
    expect(proposedAttendance('entschuldigt', away)).toBe('entschuldigt');
    const here = { came: true, left: false };
    expect(proposedAttendance('vor_ort', here)).toBe('vor_ort');
    expect(proposedAttendance('per_link', here)).toBe('per_link');
    // Excused, and then came all the same.
    expect(proposedAttendance('entschuldigt', here)).toBe('per_link');
    expect(proposedAttendance('vor_ort', { came: true, left: true })).toBe('zeitweise');
  });

  it('[ME10] everything but the missing invitation can be noted', () => {
    expect([...NOTABLE_ATTENDANCE, 'nicht_eingeladen'].sort()).toEqual([...ALL].sort());
  });
});
