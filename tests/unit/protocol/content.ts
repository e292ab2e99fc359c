import {
  PROTOCOL_SCHEMA_VERSION,
  type ProtocolActionGoal,
  type ProtocolContent,
  type ProtocolStep,
} from '#shared/protocol/schema.ts';

/** A version in which nothing was said yet. */
export const EMPTY_CONTENT: ProtocolContent = {
  schemaVersion: PROTOCOL_SCHEMA_VERSION,
  locale: 'de',
  meetingId: 'm1',
  version: '1.0',
  frozenAt: '2026-03-10T13:58:00Z',
  head: {
    office: 'Jugendamt',
    reference: 'A 1',
    caseLabel: 'Hilfe für Leon W.',
    child: 'child',
    meetingNumber: 1,
    meetingType: 'fortschreibung',
    date: '2026-03-10',
    start: '16:00',
    end: '17:20',
    place: 'Anker',
    mode: 'praesenz',
    facilitator: 'lead',
  },
  persons: ['child', 'mother', 'father', 'worker', 'lead'].map((id) => ({
    id,
    name: `Name ${id}`,
    initials: id.slice(0, 2),
    fullName: `Voller Name ${id}`,
    roles: [],
  })),
  participants: [],
};

export function goal(id: string, rest: Partial<ProtocolActionGoal>): ProtocolActionGoal {
  return {
    id,
    number: '1.1',
    text: `Ziel ${id}`,
    kind: 'veraenderungsziel',
    status: 'vereinbart',
    ...rest,
  };
}

export function step(id: string, rest: Partial<ProtocolStep>): ProtocolStep {
  return { id, number: '1.1.1', text: `Schritt ${id}`, status: 'offen', ...rest };
}
