import type { ParticipantRole } from '../access/parts.ts';
import type { Attendance } from '../domain/codes.ts';
import type { Decision, SignoffMethod } from '../protocol/decisions.ts';
import type { ProtocolContent } from '../protocol/schema.ts';
import type { MeetingFacts, PersonRef, VersionRef } from './view.ts';

/** Answers of the HTTP API that are not a `LiveView`. */

/** POST /api/links/exchange: where to go; the cookie is set beside it. */
export interface ExchangeAnswer {
  participationId: string;
}

/** GET /api/p/:participationId/versions/:versionId */
export interface VersionAnswer {
  version: VersionRef;
  /** Exactly the frozen bytes, parsed. */
  content: ProtocolContent;
  /** Every decision this viewer may see, in the order in which they came; the last of a person counts. */
  signoffs: SignoffEntry[];
}

/** One decision as it stands beside a version. */
export interface SignoffEntry {
  person: PersonRef;
  decision: Decision;
  remark: string | null;
  thinkUntil: string | null;
  method: SignoffMethod;
  at: string;
}

/** GET /api/staff/home */
export interface HomeAnswer {
  account: { name: string; initials: string };
  meetings: HomeMeeting[];
}

export interface HomeMeeting {
  facts: MeetingFacts;
  caseLabel: string;
  place: string;
  state: 'open' | 'freezing' | 'frozen' | 'sealed';
  people: HomePerson[];
  version: VersionRef | null;
  decided: number;
  expected: number;
}

/** Somebody invited to a meeting, as the caseworker's home shows them. */
export interface HomePerson {
  participationId: string;
  person: PersonRef;
  role: ParticipantRole;
  attendance: Attendance;
  remote: boolean;
  /** Came by their personal link at least once. True for who signs in instead. */
  linkOpened: boolean;
}

/** POST /api/staff/meetings/:meetingId/enter */
export interface EnterAnswer {
  participationId: string;
}

/** GET /api/demo: only while the example case is loaded for trying out. */
export interface DemoAnswer {
  places: DemoPlace[];
  signIn: { email: string; password: string };
  /** Addresses that a phone in the same network can open; empty when listening on loopback only. */
  lanLinks: { place: DemoPlace['id']; url: string }[];
}

export interface DemoPlace {
  id: 'seidel' | 'screen' | 'leon' | 'krueger' | 'wegner' | 'aydin';
  name: string;
  /** Personal link; null for the facilitator, who signs in. */
  url: string | null;
}
