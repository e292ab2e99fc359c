import * as z from 'zod/mini';
import { accountRole } from '../access/account-roles.ts';

/** Answers about accounts and the office. */

/** The office as it was set. */
export const officeAnswer = z.object({
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
  ombudsName: z.string(),
  ombudsPhone: z.string(),
  complaint: z.string(),
});
export type OfficeAnswer = z.infer<typeof officeAnswer>;

/** Who is signed in. */
export const ownAccount = z.object({
  name: z.string(),
  email: z.string(),
  role: z.enum(accountRole),
  /** The password alone does not open it: a code or a passkey is asked for beside it. */
  secondFactor: z.boolean(),
  /** A code of an app is one of them. */
  authenticator: z.boolean(),
});
export type OwnAccount = z.infer<typeof ownAccount>;

/** A one-time address, shown once, and until when it opens. */
export const oneTimeAddress = z.object({ url: z.string(), expiresAt: z.string() });
export type OneTimeAddress = z.infer<typeof oneTimeAddress>;

/** Somebody of the office, as an administrator sees them: no word about their work, nor when they were here. */
export const staffPerson = z.object({
  accountId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(accountRole),
  state: z.enum(['invited', 'active', 'deactivated']),
  secondFactor: z.boolean(),
  /** Until when an open link of theirs works; null where there is none. */
  linkUntil: z.nullable(z.string()),
  /** It is who asks. */
  self: z.boolean(),
});
export type StaffPerson = z.infer<typeof staffPerson>;

export const staffPeople = z.object({ people: z.array(staffPerson) });

/** Whose account a link opens, before a password is set. */
export const accountLinkAnswer = z.object({
  purpose: z.enum(['einladen', 'zuruecksetzen']),
  office: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(accountRole),
});

/** One place at which somebody is signed in. */
export const ownSession = z.object({
  sessionId: z.string(),
  /** What the browser says of itself. */
  browser: z.string(),
  since: z.string(),
  /** It is the one that asks. */
  here: z.boolean(),
});
export type OwnSession = z.infer<typeof ownSession>;

export const ownSessions = z.object({ sessions: z.array(ownSession) });
