import type { PersonRef, TableView, VersionRef } from '#shared/api/view.ts';

/** The people of the tests, and the table as Leon sees it. */

export const LEON: PersonRef = { id: 'le', name: 'Leon', initials: 'Le', hue: 0, subtitle: '' };
export const WEGNER: PersonRef = { id: 'we', name: 'Frau Wegner', initials: 'We', hue: 1, subtitle: 'Mama' };
export const KRUEGER: PersonRef = { id: 'kr', name: 'Herr Krüger', initials: 'Kr', hue: 2, subtitle: '' };

/** A frozen version to decide about. */
export const VERSION: VersionRef = {
  id: 'v2',
  number: '2.0',
  code: 'K7-42M',
  sha256: 'a'.repeat(64),
  date: '2026-03-10',
  frozenAt: '2026-03-10T16:30:00Z',
  sealedAt: null,
};

/** What Leon may know of his meeting. */
export function tableView(): TableView {
  return {
    kind: 'table',
    me: {
      participationId: 'p-le',
      person: LEON,
      role: 'junger_mensch',
      language: 'de',
      address: 'du',
      secondDevice: false,
    },
    meeting: {
      id: 'm1',
      number: 2,
      type: 'fortschreibung',
      childName: 'Leon',
      date: '2026-03-10',
      start: '16:00',
      end: '17:30',
      facilitator: { name: 'Frau Lorenz', phone: null },
      caseLabel: 'Fall 12',
      mode: 'praesenz',
      place: 'Raum 3',
    },
    documents: { plan: 'd1', own: null },
    state: 'open',
    phases: [{ phase: 'ziele', minutes: 20, state: 'now' }],
    phase: 'ziele',
    phaseStartedAt: '2026-03-10T16:10:00Z',
    phaseMinutes: 20,
    turn: null,
    participants: [],
    removedParticipants: [],
    persons: [LEON, WEGNER, KRUEGER],
    waiting: [],
    notMe: [],
    turnedAway: [],
    screens: 0,
    freeze: null,
    version: VERSION,
    signoffs: [],
    previous: null,
    nextMeetingId: null,
    help: null,
    serverTime: '2026-03-10T16:20:00Z',
  };
}
