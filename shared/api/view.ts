import * as z from 'zod/mini';
import type { ParticipantRole } from '../access/parts.ts';
import { attendance, meetingMode, meetingPhase, meetingType, personRole } from '../domain/codes.ts';
import { ADDRESSES, LANGUAGES } from '../i18n/language.ts';
import { PLACES_OF_PRESENCE } from '../meeting/present.ts';
import { STEP_STATES } from '../meeting/step.ts';
import { DECISIONS, SIGNOFF_METHODS } from '../protocol/decisions.ts';
import { PLAN_STATES } from '../wire/messages.ts';

/**
 * What one viewer may know of a meeting beside the plan itself. The server builds it per viewer
 * and sends it whole over the live socket (`/live/:participationId`) at each change.
 * Somebody in the lobby gets only `LobbyView`: no names of others, no plan.
 */

/** A role of the field, or the shared screen. */
export const participantRole: z.ZodMiniType<ParticipantRole> = z.enum([...personRole, 'bildschirm']);

/** How somebody is called and drawn. */
export const personRef = z.object({
  id: z.string(),
  /** As the family says it: "Leon", "Frau Wegner", "Oma Renate". */
  name: z.string(),
  /** Two letters for the round sign. */
  initials: z.string(),
  /** 0–7, a hue of the palette. */
  hue: z.number(),
  /** Beside the name where it helps: "Mama", "Brückenbogen". Empty otherwise. */
  subtitle: z.string(),
});
export type PersonRef = z.infer<typeof personRef>;

/** The viewer: who I am at this table. */
export const me = z.object({
  participationId: z.string(),
  person: z.nullable(personRef),
  role: participantRole,
  language: z.enum(LANGUAGES),
  address: z.enum(ADDRESSES),
  /** Second device of the same person: the facilitator sees it marked. */
  secondDevice: z.boolean(),
});
export type Me = z.infer<typeof me>;

const facts = {
  id: z.string(),
  number: z.number(),
  type: z.enum(meetingType),
  /** First name of the young person the plan is for. */
  childName: z.string(),
  /** YYYY-MM-DD. */
  date: z.string(),
  /** HH:MM, local time of the office. */
  start: z.string(),
  end: z.string(),
  facilitator: z.object({ name: z.string(), phone: z.nullable(z.string()) }),
};

/** Facts of the meeting that everybody with a valid link may know. */
export const meetingFacts = z.object(facts);
export type MeetingFacts = z.infer<typeof meetingFacts>;

/**
 * In the lobby: `asked` = "Bist du Leon?" is not answered yet. By then nobody has shown themselves to who leads:
 * `when` and the number to call come with the answer.
 */
export const lobbyView = z.object({
  kind: z.literal('lobby'),
  step: z.enum(['asked', 'waiting']),
  me,
  meeting: z.object({
    childName: facts.childName,
    facilitator: facts.facilitator,
    when: z.nullable(z.object({ date: facts.date, start: facts.start, end: facts.end })),
  }),
  /** ISO time since when this device waits. */
  waitingSince: z.nullable(z.string()),
  /** The meeting is over: what one waits for is reading and deciding. Told with the answer too. */
  isSealed: z.boolean(),
});
export type LobbyView = z.infer<typeof lobbyView>;

/** The link or session no longer opens anything, whatever the reason. */
const goneView = z.object({ kind: z.literal('gone') });

/** Somebody at the table or expected there. */
export const participantView = z.object({
  participationId: z.string(),
  person: personRef,
  role: participantRole,
  /** How they were expected. */
  attendance: z.enum(attendance),
  /** What who leads has noted about their being there; null until then. The shared screen gets none. */
  noted: z.nullable(z.enum(attendance)),
  note: z.string(),
  /** What devices suggest while nothing is noted. Only for who leads; never the truth by itself. */
  proposed: z.nullable(z.enum(attendance)),
  /** Has at least one admitted device with an open connection. */
  online: z.boolean(),
  /** Where they are, as noted, or as their device tells while nothing is noted; null: not there. */
  present: z.nullable(z.enum(PLACES_OF_PRESENCE)),
});
export type ParticipantView = z.infer<typeof participantView>;

/** A device that waits to be admitted; only the facilitator gets these. */
export const waitingDevice = z.object({
  deviceId: z.string(),
  participationId: z.string(),
  /** null for the shared screen. */
  person: z.nullable(personRef),
  role: participantRole,
  since: z.string(),
  secondDevice: z.boolean(),
});
export type WaitingDevice = z.infer<typeof waitingDevice>;

/** Something happened to a person's seat before anybody came in; only the facilitator gets these. */
export const seatEvent = z.object({
  participationId: z.string(),
  /** Whose seat it is; null for the shared screen. */
  person: z.nullable(personRef),
  /** ISO time of the last time. */
  at: z.string(),
});
export type SeatEvent = z.infer<typeof seatEvent>;

/** One step of the meeting with its clock. */
export const phaseStep = z.object({
  phase: z.enum(meetingPhase),
  minutes: z.number(),
  state: z.enum(STEP_STATES),
});
export type PhaseStep = z.infer<typeof phaseStep>;

/** Freezing runs: whose edits are still on the way. Names go to the facilitator only. */
export const freezeProgress = z.object({
  /** ISO time at which it goes on by itself. */
  deadline: z.string(),
  missing: z.array(personRef),
  missingCount: z.number(),
});
export type FreezeProgress = z.infer<typeof freezeProgress>;

/** A frozen version and how far its signing is. */
export const versionRef = z.object({
  id: z.string(),
  /** "2.0" */
  number: z.string(),
  /** Short code that all in the room can compare, "K7-42M". */
  code: z.string(),
  sha256: z.string(),
  /** YYYY-MM-DD of its meeting. */
  date: z.string(),
  frozenAt: z.string(),
  sealedAt: z.nullable(z.string()),
});
export type VersionRef = z.infer<typeof versionRef>;

/** Where one person stands with a frozen version. */
export const signoffState = z.object({
  person: personRef,
  state: z.enum(['offen', 'entschieden']),
  /** Only for the facilitator and the person; null for all others until sealing. */
  decision: z.nullable(z.enum(DECISIONS)),
  method: z.nullable(z.enum(SIGNOFF_METHODS)),
  at: z.nullable(z.string()),
  /** YYYY-MM-DD until which somebody wants to think; seen by whoever sees the decision. */
  thinkUntil: z.nullable(z.string()),
  /** While nothing is said to this version: what was said last to an earlier one. Seen as the decision is. */
  earlier: z.nullable(
    z.object({ version: z.string(), decision: z.enum(DECISIONS), thinkUntil: z.nullable(z.string()) }),
  ),
});
export type SignoffState = z.infer<typeof signoffState>;

/** Ids for the sync socket. `own` is what only this viewer receives; the shared screen has none. */
const documentIds = z.object({ plan: z.string(), own: z.nullable(z.string()) });

/** Who helps a family without belonging to the office, and where it can complain. */
export const familyHelp = z.object({
  ombudsName: z.string(),
  ombudsPhone: z.string(),
  complaint: z.string(),
});
export type FamilyHelp = z.infer<typeof familyHelp>;

/** At the table. */
export const tableView = z.object({
  kind: z.literal('table'),
  me,
  meeting: z.object({ ...facts, caseLabel: z.string(), mode: z.enum(meetingMode), place: z.string() }),
  /** The documents that this viewer may open, by kind. */
  documents: documentIds,
  state: z.enum(PLAN_STATES),
  phases: z.array(phaseStep),
  phase: z.enum(meetingPhase),
  /** ISO time at which the current phase began, and its minutes with extensions. */
  /** Null until who leads has begun: the clock stands. */
  phaseStartedAt: z.nullable(z.string()),
  phaseMinutes: z.number(),
  /** Whose turn it is, or null. */
  turn: z.nullable(z.string()),
  participants: z.array(participantView),
  /**
   * Who was taken from the table: all of them for who leads, for others at the table those whose
   * attendance was noted, since the protocol names them.
   */
  removedParticipants: z.array(participantView),
  /** Everybody who can be named in the plan, also who is not here. */
  persons: z.array(personRef),
  waiting: z.array(waitingDevice),
  /** Somebody opened the link and said that they are somebody else. */
  notMe: z.array(seatEvent),
  /** Who leads said of a device that waited that it is somebody else, and none has come since. */
  turnedAway: z.array(seatEvent),
  /** Shared screens connected. */
  screens: z.number(),
  freeze: z.nullable(freezeProgress),
  version: z.nullable(versionRef),
  signoffs: z.array(signoffState),
  /** The sealed version this meeting starts from. */
  previous: z.nullable(versionRef),
  /** Set when a next meeting has been made from this one. */
  nextMeetingId: z.nullable(z.string()),
  /** Null until the office is set up. */
  help: z.nullable(familyHelp),
  /** For clocks: the server's time when this view was made. */
  serverTime: z.string(),
});
export type TableView = z.infer<typeof tableView>;

export const meetingView = z.discriminatedUnion('kind', [lobbyView, tableView, goneView]);
export type MeetingView = z.infer<typeof meetingView>;
