import { leads } from '#shared/access/parts.ts';
import type { Actor } from './actor.ts';
import type { CommandContext } from './command-context.ts';
import { DomainError } from './domain-error.ts';
import { type Action, POLICIES, type Policy, type Reach, type Who } from './policies.ts';
import type { Principal, StaffAccount } from './principals.ts';
import type { Subject } from './subjects.ts';

/**
 * Throws where the actor may not do this to that, in this order: `unauthenticated` (another kind of
 * actor is wanted), `not_admitted`, `forbidden`, `factor_missing`, `wrong_state`, and `not_found` where the subject is
 * none of theirs. Who may not do it at all does not learn whether the subject is there.
 * @param subject null: there is none of that id
 */
export function authorize(actor: Principal, action: Action, subject: Subject | null): void {
  const policy: Policy = POLICIES[action];
  if (policy.by !== 'anonymous' && policy.by !== actor.kind) {
    throw new DomainError('unauthenticated');
  }
  if (actor.kind === 'participant' && policy.by === 'participant') {
    mustStandThere(actor, policy);
  }
  if (actor.kind === 'account' && policy.by === 'account') {
    mustBeOf(actor, policy);
  }
  if (subject?.kind !== policy.on || !REACHES[policy.reach](actor, subject)) {
    throw new DomainError('not_found');
  }
}

/**
 * What the first line of a use case asks. The action has to be one that its route was opened for: a
 * route that leads to another use case than its row says is a mistake of ours, and nothing happens.
 */
export function authorizeCommand(
  { actor, actions, subject }: CommandContext<Principal>,
  action: Action,
): void {
  if (!actions.includes(action)) {
    throw new Error(`${action} was asked for by a route that is for ${actions.join(', ')}`);
  }
  authorize(actor, action, subject);
}

function mustStandThere(actor: Actor, { admissionState = [], who, states }: Policy): void {
  if (!admissionState.includes(actor.admissionState)) {
    throw new DomainError(actor.admissionState === 'admitted' ? 'wrong_state' : 'not_admitted');
  }
  if (!who || !FITS[who](actor)) {
    throw new DomainError('forbidden');
  }
  if (states && !states.includes(actor.planState)) {
    throw new DomainError('wrong_state');
  }
}

function mustBeOf({ role, secondFactor }: StaffAccount, policy: Policy): void {
  if (policy.roles && !policy.roles.includes(role)) {
    throw new DomainError('forbidden');
  }
  if (policy.secondFactor && !secondFactor) {
    throw new DomainError('factor_missing');
  }
}

const FITS: Record<Who, (actor: Actor) => boolean> = {
  anyone: () => true,
  person: ({ personId }) => personId !== null,
  facilitator: ({ personId, role }) => personId !== null && leads(role),
  signer: ({ personId, signs }) => personId !== null && signs,
};

const REACHES: Record<Reach, (actor: Principal, subject: Subject) => boolean> = {
  any: () => true,
  office: (_actor, { kind }) => kind === 'account',
  self: (actor, subject) => 'id' in subject && ownerOf(subject) === ownId(actor, subject),
  meeting: (actor, subject) => actor.kind === 'participant' && meetingsOf(subject).includes(actor.meetingId),
  document: (actor, subject) =>
    actor.kind === 'participant' &&
    subject.kind === 'document' &&
    subject.meetingId === actor.meetingId &&
    (subject.owner === null || subject.owner === actor.participationId),
  seat: (actor, subject) =>
    actor.kind === 'account' && subject.kind === 'meeting' && subject.accounts.includes(actor.userId),
};

/** Whom or what it has to be equal to: a passkey is its account's. */
function ownerOf(subject: Exclude<Subject, { kind: 'server' }>): string {
  return subject.kind === 'passkey' ? subject.accountId : subject.id;
}

function ownId(actor: Principal, { kind }: Subject): string | null {
  switch (actor.kind) {
    case 'participant':
    case 'link':
      return kind === 'participation' ? actor.participationId : null;
    case 'account':
      return kind === 'account' || kind === 'passkey' ? actor.userId : null;
    case 'accountLink':
      return kind === 'account' ? actor.accountId : null;
    default:
      return null;
  }
}

function meetingsOf(subject: Subject): readonly string[] {
  switch (subject.kind) {
    case 'meeting':
      return [subject.id];
    case 'participation':
    case 'device':
      return [subject.meetingId];
    case 'document':
      return subject.meetingId === null ? [] : [subject.meetingId];
    case 'version':
      return subject.meetingIds;
    default:
      return [];
  }
}
