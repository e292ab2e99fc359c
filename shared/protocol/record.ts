import type { MeetingMode, MeetingType, PersonRole } from '../domain/codes.ts';
import { type AttendanceFacts, toldAttendance } from './attendance.ts';
import { optionalText } from './clean.ts';
import type { ProtocolContent, ProtocolPerson } from './schema.ts';

/** What a version says beside the plan itself: facts that PostgreSQL holds. */
export interface ProtocolRecord {
  meeting: {
    id: string;
    number: number;
    type: MeetingType;
    mode: MeetingMode;
    /** YYYY-MM-DD. */
    date: string;
    /** HH:MM, local time of the office. */
    start: string;
    end: string;
    place: string;
    facilitatorId: string;
  };
  case: { label: string; reference: string; custody: string; childId: string };
  /** Name of the authority that leads the case. */
  office: string;
  /** Everybody who can be named, in the order in which people are listed. */
  persons: RecordPerson[];
  participants: RecordParticipant[];
  /** Number of this version, such as "2.0". */
  version: string;
  /** Hash of the version this one follows, null for the first. */
  previousSha256: string | null;
  frozenAt: Date;
}

/** Somebody who was expected: as planned, and as it was noted. */
export interface RecordParticipant extends AttendanceFacts {
  personId: string;
}

/** A person as the database knows them. */
export interface RecordPerson {
  id: string;
  /** As the family says it: "Leon", "Frau Wegner". */
  displayName: string;
  initials: string;
  firstName: string;
  lastName: string;
  roles: PersonRole[];
  function: string;
  organisation: string;
  relation: string;
}

/** Turns ids into ids that the version can resolve, and remembers who was named. */
export interface Names {
  /** The id if such a person exists. Unknown ids are dropped: no reader could tell who is meant. */
  one(id: string | null | undefined): string | undefined;
  many(ids: readonly string[]): string[];
  /** Scale values in the order of persons. */
  ordered<T>(byPerson: Readonly<Record<string, T>>): [id: string, value: T][];
  /** Everybody named so far. */
  persons(): ProtocolPerson[];
}

export function namesOf(record: ProtocolRecord): Names {
  const known = new Map(record.persons.map((person) => [person.id, person]));
  const named = new Set<string>();
  const one = (id: string | null | undefined): string | undefined => {
    if (!id || !known.has(id)) {
      return undefined;
    }
    named.add(id);
    return id;
  };
  return {
    one,
    many: (ids) => [...new Set(ids)].filter((id) => one(id) !== undefined),
    ordered: (byPerson) =>
      [...known.keys()].flatMap((id) =>
        Object.hasOwn(byPerson, id) && one(id) ? [[id, byPerson[id] as never]] : [],
      ),
    persons: () => record.persons.filter((person) => named.has(person.id)).map(protocolPerson),
  };
}

/** Head of the version: office, case, meeting. */
export function protocolHead(record: ProtocolRecord, names: Names): ProtocolContent['head'] {
  const { meeting, case: caseFacts } = record;
  return {
    office: optionalText(record.office) ?? '',
    reference: optionalText(caseFacts.reference) ?? '',
    caseLabel: optionalText(caseFacts.label) ?? '',
    child: mustBeKnown(names, caseFacts.childId, 'child'),
    ...(optionalText(caseFacts.custody) ? { custody: optionalText(caseFacts.custody) } : {}),
    meetingNumber: meeting.number,
    meetingType: meeting.type,
    date: meeting.date,
    start: meeting.start,
    end: meeting.end,
    place: optionalText(meeting.place) ?? '',
    mode: meeting.mode,
    facilitator: mustBeKnown(names, meeting.facilitatorId, 'facilitator'),
  };
}

/** Who took part and how; who was not there and why. */
export function protocolParticipants(record: ProtocolRecord, names: Names): ProtocolContent['participants'] {
  return record.participants.map((participant) => {
    const { attendance, reason, planned } = toldAttendance(participant);
    return {
      person: mustBeKnown(names, participant.personId, 'participant'),
      attendance,
      ...(optionalText(reason) ? { reason: optionalText(reason) } : {}),
      ...(planned ? { planned } : {}),
    };
  });
}

function mustBeKnown(names: Names, id: string, who: string): string {
  const known = names.one(id);
  if (!known) {
    throw new Error(`The ${who} ${id} is not among the persons of the record`);
  }
  return known;
}

function protocolPerson(person: RecordPerson): ProtocolPerson {
  const name = optionalText(person.displayName) ?? person.id;
  const fullName = optionalText(`${person.firstName} ${person.lastName}`) ?? name;
  const [role, organisation, relation] = [
    optionalText(person.function),
    optionalText(person.organisation),
    optionalText(person.relation),
  ];
  return {
    id: person.id,
    name,
    initials: optionalText(person.initials) ?? '',
    fullName,
    roles: person.roles,
    ...(role ? { function: role } : {}),
    ...(organisation ? { organisation } : {}),
    ...(relation ? { relation } : {}),
  };
}
