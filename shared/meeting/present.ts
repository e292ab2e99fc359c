import type { Attendance } from '../domain/codes.ts';

/** Where somebody takes part from; null: not there. */
export const PLACES_OF_PRESENCE = ['room', 'afar'] as const;
export type Present = (typeof PLACES_OF_PRESENCE)[number] | null;

/** What is known of one seat: how it was planned, what who leads has noted, whether a device is connected. */
export interface PresenceFacts {
  attendance: Attendance;
  noted: Attendance | null;
  online: boolean;
}

/**
 * Who is there, in one place for laptop, phone and shared screen. What was noted is the truth about the
 * room; a device only says that it is connected, and counts while nothing is noted, or where somebody
 * came for a part of the time.
 */
export function presentAt({ attendance, noted, online }: PresenceFacts): Present {
  switch (noted) {
    case 'vor_ort':
      return 'room';
    case 'per_link':
    case 'telefonisch':
      return 'afar';
    case 'zeitweise':
    case null:
      return online ? placeOf(attendance) : null;
    default:
      return null;
  }
}

function placeOf(planned: Attendance): Present {
  return planned === 'per_link' || planned === 'telefonisch' ? 'afar' : 'room';
}
