import type { Context, Hono, MiddlewareHandler } from 'hono';
import { leads } from '#shared/access/parts.ts';
import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import type { CommandContext, ServerContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import { type Action, POLICIES, type Policy } from '../access/policies.ts';
import type { Principal, StaffAccount } from '../access/principals.ts';
import { findSubject, meetingOf, participationOf, SERVER, type Subject } from '../access/subjects.ts';
import type { AppEnv } from './env.ts';
import { isReading } from './guards.ts';
import type { Services } from './services.ts';
import type { Turn } from './turns.ts';

/** Which actions a handler is for; a test and the start of the server look whether each route has some. */
const ACTIONS = new WeakMap<object, readonly Action[]>();

/** Says of a handler which actions it is for. Only for handlers that ask the policies themselves. */
export function forAction<H extends object>(action: Action, handler: H): H {
  ACTIONS.set(handler, [action]);
  return handler;
}

/**
 * Opens a route for one action (or several, of which the use case asks for one): finds out who asks
 * and about what, and hands both to the use case, which asks the policies in its first line. Who may not do it,
 * or asks too often, is refused here, before a body is read. Commands of one meeting wait for their turn, which
 * `serve` takes once it has the body: nobody holds a turn by holding back what they say.
 */
export function allow(
  { ctx, auth, countRequest, takeTurn }: Services,
  ...actions: [Action, ...Action[]]
): MiddlewareHandler<AppEnv> {
  const policy: Policy = POLICIES[actions[0]];
  return forActions(actions, async (c, next) => {
    const actor = await principalOf(c, policy, auth);
    if (!actor) {
      throw new DomainError('unauthenticated');
    }
    const isCommand = !isReading(c.req.method);
    countRequest(actor, isCommand);
    const subject = await subjectOf(c, ctx, policy, actor);
    mustMayOne(actor, actions, subject);
    c.set('command', { ...ctx, actor, subject, actions });
    if (isCommand && actor.kind === 'participant') {
      const turn = turnOf(actor, policy);
      c.set('inTurn', (work) => takeTurn(turn, work));
    }
    await next();
  });
}

/** Who leads goes first; everybody else takes turns with the others, by device, or before admission by seat. */
function turnOf(
  { meetingId, deviceId, participationId, admissionState, role }: Actor,
  { alone }: Policy,
): Turn {
  const isHere = admissionState === 'admitted';
  return {
    key: alone ? `device ${deviceId}` : `meeting ${meetingId}`,
    who: isHere ? deviceId : `lobby ${participationId}`,
    first: isHere && leads(role),
  };
}

/** @throws DomainError where none of the actions may be done; which of them is meant says the body */
function mustMayOne(actor: Principal, actions: readonly Action[], subject: Subject | null): void {
  const refusals = actions.flatMap((action) => {
    try {
      authorize(actor, action, subject);
      return [];
    } catch (error) {
      return [error];
    }
  });
  if (refusals.length === actions.length) {
    throw refusals[0];
  }
}

function forActions<H extends object>(actions: readonly Action[], handler: H): H {
  ACTIONS.set(handler, actions);
  return handler;
}

async function principalOf(
  c: Context<AppEnv>,
  { by }: Policy,
  auth: Services['auth'],
): Promise<Principal | null> {
  switch (by) {
    case 'participant':
      return c.get('actor') ?? null;
    case 'account': {
      const session = await auth.sessionOf(c.req.raw.headers);
      return session && { kind: 'account', ...session };
    }
    case 'anonymous':
      return { kind: 'anonymous' };
    default:
      throw new Error(`a ${by} is known by what asks the policies itself`);
  }
}

/** Names of the path's parts that name a subject. */
const PARAMS = {
  account: 'accountId',
  passkey: 'passkeyId',
  case: 'caseId',
  meeting: 'meetingId',
  participation: 'other',
  device: 'deviceId',
  document: 'documentId',
  version: 'versionId',
} as const;

async function subjectOf(
  c: Context<AppEnv>,
  { sql }: ServerContext,
  { on, reach }: Policy,
  actor: Principal,
): Promise<Subject | null> {
  if (on === 'server') {
    return SERVER;
  }
  if (on === 'account' && reach === 'self') {
    return actor.kind === 'account' ? { kind: 'account', id: actor.userId } : null;
  }
  if (actor.kind === 'participant' && (on === 'meeting' || reach === 'self')) {
    return on === 'meeting' ? meetingOf(actor) : participationOf(actor);
  }
  return findSubject(sql, on, c.req.param(PARAMS[on]) ?? '');
}

/** What a use case of a participation works with, on a route that is open for it. */
export function commandOf(c: Context<AppEnv>): CommandContext<Actor> {
  const command = c.get('command');
  if (command?.actor.kind !== 'participant') {
    throw new Error('the route is not for participants');
  }
  return { ...command, actor: command.actor };
}

/** The same of somebody with an account. */
export function staffCommandOf(c: Context<AppEnv>): CommandContext<StaffAccount> {
  const command = c.get('command');
  if (command?.actor.kind !== 'account') {
    throw new Error('the route is not for accounts');
  }
  return { ...command, actor: command.actor };
}

/** A route as the tests walk it. */
export interface OpenRoute {
  method: string;
  path: string;
  actions: readonly Action[];
}

/** Every route of the app with its actions; none where nobody has said any. */
export function routesOf({ routes }: Pick<Hono<AppEnv>, 'routes'>): OpenRoute[] {
  const found = new Map<string, OpenRoute>();
  for (const { method, path, handler } of routes) {
    // What passes on by itself answers nothing: it is no route but stands before some.
    if (method === 'ALL' && handler.length > 1) {
      continue;
    }
    const known = found.get(`${method} ${path}`)?.actions ?? [];
    found.set(`${method} ${path}`, { method, path, actions: [...known, ...(ACTIONS.get(handler) ?? [])] });
  }
  return [...found.values()];
}

/** @throws Error where a route has no row in the table of policies: the server does not start with it */
export function mustHaveRows(app: Pick<Hono<AppEnv>, 'routes'>): void {
  const open = routesOf(app).filter(({ actions }) => actions.length === 0);
  if (open.length > 0) {
    const names = open.map(({ method, path }) => `${method} ${path}`);
    throw new Error(`No policy says who may ask for ${names.join(', ')} (server/access/policies.ts)`);
  }
}
