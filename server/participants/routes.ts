import { Hono, type MiddlewareHandler } from 'hono';
import * as meetings from '#shared/api/routes/meetings.ts';
import * as participants from '#shared/api/routes/participants.ts';
import * as protocol from '#shared/api/routes/protocol.ts';
import { findActor } from '../access/actor.ts';
import { clearDeviceCookie, giveDeviceCookie, readDeviceCookie } from '../access/cookies.ts';
import { DomainError } from '../access/domain-error.ts';
import { allow, commandOf } from '../http/allow.ts';
import type { AppEnv } from '../http/env.ts';
import { publicBase } from '../http/public-base.ts';
import { serve } from '../http/serve.ts';
import type { Services } from '../http/services.ts';
import { giveTurn } from '../meetings/give-turn.ts';
import { extendPhase, movePhase } from '../meetings/move-phase.ts';
import { makeNextMeeting } from '../meetings/next-meeting.ts';
import { recordAttendance } from '../meetings/record-attendance.ts';
import { ownRoutes } from '../own/routes.ts';
import { reopen } from '../protocol/reopen.ts';
import { versionRoutes } from '../protocol/routes.ts';
import { changeSettings } from './change-settings.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { createLink } from './create-link.ts';
import { decideAdmission } from './decide-admission.ts';
import { leave, notMe } from './leave.ts';
import { LINK_COOKIE_MS } from './lifetimes.ts';
import { linkUrl } from './links.ts';
import { removeParticipant, restoreParticipant, revokeLinks } from './revoke-links.ts';

/** Everything below `/api/p/:participationId`: what one participation sees and does. */
export function participantRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.use('/api/p/:participationId/*', asParticipant(services));
  lobbyRoutes(routes, services);
  meetingRoutes(routes, services);
  peopleRoutes(routes, services);
  routes.route('/', ownRoutes(services));
  routes.route('/', versionRoutes(services));
  return routes;
}

/** The device behind the participation's cookie. No cookie, an ended one, a foreign one: one answer. */
function asParticipant({ ctx, secure }: Services): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const participationId = c.req.param('participationId') ?? '';
    const actor = await findActor(ctx.sql, participationId, readDeviceCookie(c, participationId, secure));
    if (!actor) {
      clearDeviceCookie(c, participationId, secure);
      throw new DomainError('unauthenticated');
    }
    c.set('actor', actor);
    await next();
  };
}

function lobbyRoutes(routes: Hono<AppEnv>, services: Services): void {
  const { secure } = services;
  serve(routes, participants.confirmIdentity, allow(services, 'confirm'), (c) =>
    confirmIdentity(commandOf(c)),
  );
  serve(routes, participants.notMe, allow(services, 'notMe'), async (c) => {
    await notMe(commandOf(c));
    clearDeviceCookie(c, c.get('actor').participationId, secure);
  });
  serve(routes, participants.leave, allow(services, 'leave'), async (c) => {
    await leave(commandOf(c));
    clearDeviceCookie(c, c.get('actor').participationId, secure);
  });
  serve(routes, participants.changeSettings, allow(services, 'changeSettings'), (c, wanted) =>
    changeSettings(commandOf(c), wanted),
  );
}

function meetingRoutes(routes: Hono<AppEnv>, services: Services): void {
  const { ctx, freezer, secure } = services;
  serve(routes, meetings.movePhase, allow(services, 'movePhase'), (c, { phase }) =>
    movePhase(commandOf(c), phase),
  );
  serve(routes, meetings.extendPhase, allow(services, 'extendPhase'), (c, { minutes }) =>
    extendPhase(commandOf(c), minutes),
  );
  serve(routes, meetings.giveTurn, allow(services, 'giveTurn'), (c, { personId }) =>
    giveTurn(commandOf(c), personId),
  );
  serve(routes, meetings.noteAttendance, allow(services, 'noteAttendance'), (c, noted) =>
    recordAttendance(commandOf(c), noted),
  );
  serve(routes, protocol.freezeStep, allow(services, 'beginFreeze', 'stepFreeze'), (c, { step }) =>
    freezer.step(commandOf(c), step),
  );
  serve(routes, protocol.reopen, allow(services, 'reopen'), (c) => reopen(commandOf(c)));
  serve(routes, meetings.makeNextMeeting, allow(services, 'makeNextMeeting'), async (c, wanted) => {
    const { meetingId, participationId, secret } = await makeNextMeeting(commandOf(c), wanted);
    await giveDeviceCookie(c, { sql: ctx.sql, secure }, { participationId, secret, lastsMs: LINK_COOKIE_MS });
    return { meetingId, participationId };
  });
}

function peopleRoutes(routes: Hono<AppEnv>, services: Services): void {
  serve(routes, participants.decideAdmission, allow(services, 'decideAdmission'), (c, { decision }) =>
    decideAdmission(commandOf(c), c.req.param('deviceId'), decision),
  );
  serve(routes, participants.createLink, allow(services, 'createLink'), async (c) => {
    const token = await createLink(commandOf(c), c.req.param('other'));
    return { url: linkUrl(publicBase(c, services), token) };
  });
  serve(routes, participants.revokeLinks, allow(services, 'revokeLinks'), (c) =>
    revokeLinks(commandOf(c), c.req.param('other')),
  );
  serve(routes, participants.removeParticipant, allow(services, 'removeParticipant'), (c) =>
    removeParticipant(commandOf(c), c.req.param('other')),
  );
  serve(routes, participants.restoreParticipant, allow(services, 'restoreParticipant'), (c) =>
    restoreParticipant(commandOf(c), c.req.param('other')),
  );
}
