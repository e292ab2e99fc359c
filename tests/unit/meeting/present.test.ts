import { describe, expect, it } from 'vitest';
import { attendance } from '#shared/domain/codes.ts';
import { translatorFor } from '#shared/i18n/every-locale.ts';
import { presentAt } from '#shared/meeting/present.ts';
import { connection, whereabouts } from '../../../client/meeting/people/whereabouts.ts';

const t = translatorFor('de', 'du');

describe('[ME19] who is there', () => {
  it('what was noted is the truth about the room, whatever devices say', () => {
    for (const online of [true, false]) {
      expect(presentAt({ attendance: 'per_link', noted: 'vor_ort', online })).toBe('room');
      expect(presentAt({ attendance: 'vor_ort', noted: 'telefonisch', online })).toBe('afar');
      for (const noted of ['schriftlich', 'entschuldigt', 'nicht_erschienen'] as const) {
        expect(presentAt({ attendance: 'vor_ort', noted, online })).toBeNull();
      }
    }
  });

  it('while nothing is noted a connected device counts, and nobody is there by plan alone', () => {
    for (const planned of attendance) {
      expect(presentAt({ attendance: planned, noted: null, online: false })).toBeNull();
    }
    expect(presentAt({ attendance: 'vor_ort', noted: null, online: true })).toBe('room');
    expect(presentAt({ attendance: 'per_link', noted: null, online: true })).toBe('afar');
    expect(presentAt({ attendance: 'vor_ort', noted: 'zeitweise', online: false })).toBeNull();
  });

  it('the connection is told beside it, where it says something else', () => {
    const said = (seat: Parameters<typeof whereabouts>[0]) => [whereabouts(seat, t), connection(seat, t)];
    expect(said({ present: 'room', noted: 'vor_ort', online: false })).toEqual(['ist da', 'ohne Verbindung']);
    expect(said({ present: 'room', noted: 'vor_ort', online: true })).toEqual(['ist da', '']);
    expect(said({ present: null, noted: null, online: false })).toEqual(['noch nicht da', '']);
    expect(said({ present: null, noted: 'entschuldigt', online: true })).toEqual([
      'entschuldigt',
      'verbunden',
    ]);
  });
});
