import type { ParticipantRole } from '../access/parts.ts';
import type { Attendance, MeetingMode, MeetingPhase, MeetingType } from '../domain/codes.ts';
import type { Address, Language } from '../i18n/language.ts';
import type { Decision, SignoffMethod } from '../protocol/decisions.ts';
import type { PlanState } from '../wire/messages.ts';

/**
 * What one viewer may know of a meeting beside the plan itself. The server builds it per viewer
 * and sends it whole over the live socket (`/live/:participationId`) at each change.
 * Somebody in the lobby gets only `LobbyView`: no names of others, no plan.
 */
export type MeetingView = LobbyView | TableView | GoneView;

/** How somebody is called and drawn. */
export interface PersonRef {
  id: string;
  /** As the family says it: "Leon", "Frau Wegner", "Oma Renate". */
  name: string;
  /** Two letters for the round sign. */
  initials: string;
  /** 0–7, a hue of the palette. */
  hue: number;
  /** Beside the name where it helps: "Mama", "Brückenbogen". Empty otherwise. */
  subtitle: string;
}

/** The viewer: who I am at this table. */
export interface Me {
  participationId: string;
  person: PersonRef | null;
  role: ParticipantRole;
  language: Language;
  address: Address;
  /** Second device of the same person: the facilitator sees it marked. */
  secondDevice: boolean;
}

/** Facts of the meeting that everybody with a valid link may know. */
export interface MeetingFacts {
  id: string;
  number: number;
  type: MeetingType;
  /** First name of the young person the plan is for. */
  childName: string;
  /** YYYY-MM-DD. */
  date: string;
  /** HH:MM, local time of the office. */
  start: string;
  end: string;
  facilitator: { name: string; phone: string | null };
}

/** In the lobby: `asked` = "Bist du Leon?" is not answered yet. */
export interface LobbyView {
  kind: 'lobby';
  step: 'asked' | 'waiting';
  me: Me;
  meeting: MeetingFacts;
  /** ISO time since when this device waits. */
  waitingSince: string | null;
}

/** The link or session no longer opens anything, whatever the reason. */
export interface GoneView {
  kind: 'gone';
}

/** Somebody at the table or expected there. */
export interface ParticipantView {
  participationId: string;
  person: PersonRef;
  role: ParticipantRole;
  /** How they were expected. */
  attendance: Attendance;
  /** What who leads has noted about their being there; null until then. The shared screen gets none. */
  noted: Attendance | null;
  note: string;
  /** What devices suggest while nothing is noted. Only for who leads; never the truth by itself. */
  proposed: Attendance | null;
  /** Has at least one admitted device with an open connection. */
  online: boolean;
  /** Connected from outside the room. */
  remote: boolean;
}

/** A device that waits to be admitted; only the facilitator gets these. */
export interface WaitingDevice {
  deviceId: string;
  participationId: string;
  /** null for the shared screen. */
  person: PersonRef | null;
  role: ParticipantRole;
  since: string;
  secondDevice: boolean;
}

/** Somebody opened a person's link and said that they are somebody else; only the facilitator gets these. */
export interface NotMe {
  participationId: string;
  /** Whose link it was; null for the shared screen. */
  person: PersonRef | null;
  /** ISO time of the last time. */
  at: string;
}

/** One step of the meeting with its clock. */
export interface PhaseStep {
  phase: MeetingPhase;
  minutes: number;
  state: 'done' | 'now' | 'next';
}

/** Freezing runs: whose edits are still on the way. Names go to the facilitator only. */
export interface FreezeProgress {
  /** ISO time at which it goes on by itself. */
  deadline: string;
  missing: PersonRef[];
  missingCount: number;
}

/** A frozen version and how far its signing is. */
export interface VersionRef {
  id: string;
  /** "2.0" */
  number: string;
  /** Short code that all in the room can compare, "K7-42M". */
  code: string;
  sha256: string;
  /** YYYY-MM-DD of its meeting. */
  date: string;
  frozenAt: string;
  sealedAt: string | null;
}

/** Where one person stands with a frozen version. */
export interface SignoffState {
  person: PersonRef;
  state: 'offen' | 'entschieden';
  /** Only for the facilitator and the person; null for all others until sealing. */
  decision: Decision | null;
  method: SignoffMethod | null;
  at: string | null;
}

/** Ids for the sync socket. `own` is what only this viewer receives; the shared screen has none. */
export interface DocumentIds {
  plan: string;
  own: string | null;
}

/** At the table. */
export interface TableView {
  kind: 'table';
  me: Me;
  meeting: MeetingFacts & { caseLabel: string; mode: MeetingMode; place: string };
  /** The documents that this viewer may open, by kind. */
  documents: DocumentIds;
  state: PlanState;
  phases: PhaseStep[];
  phase: MeetingPhase;
  /** ISO time at which the current phase began, and its minutes with extensions. */
  phaseStartedAt: string;
  phaseMinutes: number;
  /** Whose turn it is, or null. */
  turn: string | null;
  participants: ParticipantView[];
  /**
   * Who was taken from the table: all of them for who leads, for others at the table those whose
   * attendance was noted, since the protocol names them.
   */
  removedParticipants: ParticipantView[];
  /** Everybody who can be named in the plan, also who is not here. */
  persons: PersonRef[];
  waiting: WaitingDevice[];
  notMe: NotMe[];
  /** Shared screens connected. */
  screens: number;
  freeze: FreezeProgress | null;
  version: VersionRef | null;
  signoffs: SignoffState[];
  /** The sealed version this meeting starts from. */
  previous: VersionRef | null;
  /** Set when a next meeting has been made from this one. */
  nextMeetingId: string | null;
  /** For clocks: the server's time when this view was made. */
  serverTime: string;
}
