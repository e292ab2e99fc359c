import { leads } from '#shared/access/parts.ts';
import type { TableView } from '#shared/api/view.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import { buildProtocol } from '#shared/protocol/build.ts';
import type { ProtocolRecord, RecordPerson } from '#shared/protocol/record.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';

/**
 * What the protocol would say now, built like the version itself. Facts that only the server holds
 * (file reference, custody) are not in it; the page leaves those places out.
 */
export function previewContent(plan: Plan, view: TableView): ProtocolContent {
  return buildProtocol({ plan, record: recordOf(view) });
}

/** Ids of people who are named by the meeting but may not be among those this viewer may name. */
const CHILD = 'preview-child';
const FACILITATOR = 'preview-facilitator';

function recordOf(view: TableView): ProtocolRecord {
  const { meeting } = view;
  const persons = view.persons.map(personOf);
  const known = new Set(persons.map(({ id }) => id));
  const childId = view.participants.find(({ role }) => role === 'junger_mensch')?.person.id;
  const facilitatorId = view.participants.find(({ role }) => leads(role))?.person.id;
  const extra = [
    ...(childId && known.has(childId) ? [] : [blank(CHILD, meeting.childName)]),
    ...(facilitatorId && known.has(facilitatorId) ? [] : [blank(FACILITATOR, meeting.facilitator.name)]),
  ];
  return {
    meeting: {
      ...meeting,
      facilitatorId: facilitatorId && known.has(facilitatorId) ? facilitatorId : FACILITATOR,
    },
    case: {
      label: meeting.caseLabel,
      reference: '',
      custody: '',
      childId: childId && known.has(childId) ? childId : CHILD,
    },
    office: '',
    persons: [...persons, ...extra],
    participants: [...view.participants, ...view.removedParticipants.filter(({ noted }) => noted !== null)]
      .filter(({ person, role }) => role !== 'bildschirm' && known.has(person.id))
      .map(({ person, attendance, noted, note }) => ({
        personId: person.id,
        attendance,
        reason: '',
        noted,
        note,
      })),
    version: '0.0',
    previousSha256: null,
    frozenAt: new Date(view.serverTime),
  };
}

function personOf(person: TableView['persons'][number]): RecordPerson {
  return { ...blank(person.id, person.name), initials: person.initials, relation: person.subtitle };
}

function blank(id: string, name: string): RecordPerson {
  return {
    id,
    displayName: name,
    initials: '',
    firstName: name,
    lastName: '',
    roles: [],
    function: '',
    organisation: '',
    relation: '',
  };
}
