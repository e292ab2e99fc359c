import type { AccountRole } from '#shared/access/account-roles.ts';
import type { Actor } from './actor.ts';

/** Somebody of whom nothing is known: a page that is loaded, a newcomer, a probe. */
export interface Anonymous {
  kind: 'anonymous';
}

/** Somebody who has shown the token of a personal link, and nothing else yet. */
export interface LinkHolder {
  kind: 'link';
  linkId: string;
  participationId: string;
}

/** Somebody who has shown the token of a one-time address of the accounts, and nothing else. */
export interface AccountLinkHolder {
  kind: 'accountLink';
  linkId: string;
  /** Null: it sets the office up. */
  accountId: string | null;
}

/** Somebody of the staff who is signed in. */
export interface StaffAccount {
  kind: 'account';
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  role: AccountRole;
  /** Signs in with a code beside the password. */
  secondFactor: boolean;
}

/** Who knows the token of the metrics. */
export interface Operator {
  kind: 'operator';
}

/** A command on the same machine that can read the data folder's key. */
export interface LocalCommand {
  kind: 'command';
}

/** Everybody who can ask for something. */
export type Principal =
  | Anonymous
  | LinkHolder
  | AccountLinkHolder
  | Actor
  | StaffAccount
  | Operator
  | LocalCommand;
export type PrincipalKind = Principal['kind'];
