import { Hono, type MiddlewareHandler } from 'hono';
import * as requests from '#shared/api/requests.ts';
import { findActor } from '../access/actor.ts';
import { clearDeviceCookie, readDeviceCookie, setDeviceCookie } from '../access/cookies.ts';
import { DomainError } from '../access/domain-error.ts';
import { allow, commandOf } from '../http/allow.ts';
import { readBody } from '../http/body.ts';
import type { AppEnv } from '../http/env.ts';
import { publicBase } from '../http/public-base.ts';
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
import { linkUrl } from './links.ts';
import { removeParticipant, restoreParticipant, revokeLinks } from './revoke-links.ts';

/** Everything below `/api/p/:participationId`: what one participation sees and does. */
export function participantRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.use('/:participationId/*', asParticipant(services));
  lobbyRoutes(routes, services);
  meetingRoutes(routes, services);
  peopleRoutes(routes, services);
  routes.route('/:participationId/own', ownRoutes(services));
  routes.route('/:participationId/versions', versionRoutes(services));
  return routes;
}

/** The device behind the participation's cookie. No cookie, an ended one, a foreign one: one answer. */
function asParticipant({ ctx, secure }: Services): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const participationId = c.req.param('participationId') ?? '';
    const actor = await findActor(ctx.sql, participationId, readDeviceCookie(c, participationId, secure));
    if (!actor) {
      throw new DomainError('unauthenticated');
    }
    c.set('actor', actor);
    await next();
  };
}

function lobbyRoutes(routes: Hono<AppEnv>, services: Services): void {
  const { secure } = services;
  routes.post('/:participationId/confirm', allow(services, 'confirm'), async (c) => {
    await confirmIdentity(commandOf(c));
    return c.json({});
  });
  routes.post('/:participationId/not-me', allow(services, 'notMe'), async (c) => {
    const actor = c.get('actor');
    await notMe(commandOf(c));
    clearDeviceCookie(c, actor.participationId, secure);
    return c.json({});
  });
  routes.post('/:participationId/leave', allow(services, 'leave'), async (c) => {
    const actor = c.get('actor');
    await leave(commandOf(c));
    clearDeviceCookie(c, actor.participationId, secure);
    return c.json({});
  });
  routes.post('/:participationId/settings', allow(services, 'changeSettings'), async (c) => {
    await changeSettings(commandOf(c), await readBody(c, requests.changeSettings));
    return c.json({});
  });
}

function meetingRoutes(routes: Hono<AppEnv>, services: Services): void {
  const { freezer, secure } = services;
  routes.post('/:participationId/phase', allow(services, 'movePhase'), async (c) => {
    const { phase } = await readBody(c, requests.movePhase);
    await movePhase(commandOf(c), phase);
    return c.json({});
  });
  routes.post('/:participationId/phase/extend', allow(services, 'extendPhase'), async (c) => {
    const { minutes } = await readBody(c, requests.extendPhase);
    await extendPhase(commandOf(c), minutes);
    return c.json({});
  });
  routes.post('/:participationId/turn', allow(services, 'giveTurn'), async (c) => {
    const { personId } = await readBody(c, requests.giveTurn);
    await giveTurn(commandOf(c), personId);
    return c.json({});
  });
  routes.post('/:participationId/attendance', allow(services, 'noteAttendance'), async (c) => {
    await recordAttendance(commandOf(c), await readBody(c, requests.noteAttendance));
    return c.json({});
  });
  routes.post('/:participationId/freeze', allow(services, 'beginFreeze', 'stepFreeze'), async (c) => {
    const { step } = await readBody(c, requests.freezeStep);
    await freezer.step(commandOf(c), step);
    return c.json({});
  });
  routes.post('/:participationId/reopen', allow(services, 'reopen'), async (c) => {
    await reopen(commandOf(c));
    return c.json({});
  });
  routes.post('/:participationId/next-meeting', allow(services, 'makeNextMeeting'), async (c) => {
    const wanted = await readBody(c, requests.makeNextMeeting);
    const { meetingId, participationId, secret } = await makeNextMeeting(commandOf(c), wanted);
    setDeviceCookie(c, participationId, secret, secure);
    return c.json({ meetingId, participationId });
  });
}

function peopleRoutes(routes: Hono<AppEnv>, services: Services): void {
  routes.post('/:participationId/admissions/:deviceId', allow(services, 'decideAdmission'), async (c) => {
    const { decision } = await readBody(c, requests.decideAdmission);
    await decideAdmission(commandOf(c), c.req.param('deviceId'), decision);
    return c.json({});
  });
  routes.post('/:participationId/people/:other/link', allow(services, 'createLink'), async (c) => {
    const token = await createLink(commandOf(c), c.req.param('other'));
    return c.json({ url: linkUrl(publicBase(c, services), token) });
  });
  routes.post('/:participationId/people/:other/revoke', allow(services, 'revokeLinks'), async (c) => {
    await revokeLinks(commandOf(c), c.req.param('other'));
    return c.json({});
  });
  routes.post('/:participationId/people/:other/remove', allow(services, 'removeParticipant'), async (c) => {
    await removeParticipant(commandOf(c), c.req.param('other'));
    return c.json({});
  });
  routes.post('/:participationId/people/:other/restore', allow(services, 'restoreParticipant'), async (c) => {
    await restoreParticipant(commandOf(c), c.req.param('other'));
    return c.json({});
  });
}
