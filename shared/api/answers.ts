import * as z from 'zod/mini';
import { attendance } from '../domain/codes.ts';
import { PLAN_STATES } from '../wire/messages.ts';
import { meetingFacts, participantRole, personRef, versionRef } from './view.ts';

export type { SignoffEntry, VersionAnswer } from './version-answer.ts';

/** Answers of the HTTP API that are not a `MeetingView`, one schema a route (`routes/`). */

/** It is done; there is nothing to say. */
export const nothing = z.object({});

/** Where to go; the cookie is set beside it. */
export const exchangeAnswer = z.object({ participationId: z.string() });
export type ExchangeAnswer = z.infer<typeof exchangeAnswer>;

/** A personal link, shown once. */
export const linkAnswer = z.object({ url: z.string() });

/** The next meeting; the cookie of who made it is set beside it. */
export const nextMeetingAnswer = z.object({ meetingId: z.string(), participationId: z.string() });

/** Somebody invited to a meeting, as the caseworker's home shows them. */
export const homePerson = z.object({
  participationId: z.string(),
  person: personRef,
  role: participantRole,
  attendance: z.enum(attendance),
  remote: z.boolean(),
  /** Came by their personal link at least once. True for who signs in instead. */
  linkOpened: z.boolean(),
});
export type HomePerson = z.infer<typeof homePerson>;

/** Somebody outside, as the home of who leads tells it. */
export const homeWaiting = z.object({
  /** null for the shared screen. */
  person: z.nullable(personRef),
  /** ISO time. */
  since: z.string(),
});
export type HomeWaiting = z.infer<typeof homeWaiting>;

export const homeMeeting = z.object({
  facts: meetingFacts,
  caseId: z.string(),
  caseLabel: z.string(),
  place: z.string(),
  state: z.enum(PLAN_STATES),
  people: z.array(homePerson),
  /** Who waits to be let in, whatever state the plan is in; empty for who does not lead there. */
  waiting: z.array(homeWaiting),
  version: z.nullable(versionRef),
  decided: z.number(),
  expected: z.number(),
});
export type HomeMeeting = z.infer<typeof homeMeeting>;

export const homeAnswer = z.object({
  account: z.object({ name: z.string(), initials: z.string() }),
  meetings: z.array(homeMeeting),
});
export type HomeAnswer = z.infer<typeof homeAnswer>;

export const enterAnswer = z.object({ participationId: z.string() });
export type EnterAnswer = z.infer<typeof enterAnswer>;

const demoPlaceId = z.enum(['seidel', 'screen', 'leon', 'krueger', 'wegner', 'aydin']);

export const demoPlace = z.object({
  id: demoPlaceId,
  name: z.string(),
  /** Personal link; null for the facilitator, who signs in. */
  url: z.nullable(z.string()),
});
export type DemoPlace = z.infer<typeof demoPlace>;

/** Only while the example case is loaded for trying out. */
export const demoAnswer = z.object({
  places: z.array(demoPlace),
  signIn: z.object({ email: z.string(), password: z.string() }),
  /** Addresses that a phone in the same network can open; empty when listening on loopback only. */
  lanLinks: z.array(z.object({ place: demoPlaceId, url: z.string() })),
});
export type DemoAnswer = z.infer<typeof demoAnswer>;

/** One place of a room for measuring. */
const roomPlace = z.object({
  participationId: z.string(),
  personId: z.string(),
  /** The document that this place alone receives. */
  ownId: z.string(),
  name: z.string(),
  role: participantRole,
  link: z.string(),
  /** Cookie of an admitted device, as a `Cookie` header takes it; null without `admit`. */
  cookie: z.nullable(z.string()),
  /** Path of the websocket of the plan; y-websocket takes the room apart from it. */
  sync: z.string(),
  live: z.string(),
});
export type RoomPlace = z.infer<typeof roomPlace>;

export const madeRooms = z.array(
  z.object({
    meetingId: z.string(),
    /** The plan's document. */
    planId: z.string(),
    places: z.array(roomPlace),
  }),
);
export type MadeRoom = z.infer<typeof madeRooms>[number];
