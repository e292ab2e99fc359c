import { Hono, type MiddlewareHandler } from 'hono';
import * as requests from '#shared/api/requests.ts';
import { findActor } from '../access/actor.ts';
import { clearDeviceCookie, readDeviceCookie, setDeviceCookie } from '../access/cookies.ts';
import { DomainError } from '../access/domain-error.ts';
import { readBody } from '../http/body.ts';
import type { AppEnv } from '../http/env.ts';
import { publicBase } from '../http/public-base.ts';
import type { Services } from '../http/services.ts';
import { giveTurn } from '../meetings/give-turn.ts';
import { extendPhase, movePhase } from '../meetings/move-phase.ts';
import { makeNextMeeting } from '../meetings/next-meeting.ts';
import { recordAttendance } from '../meetings/record-attendance.ts';
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

function lobbyRoutes(routes: Hono<AppEnv>, { ctx, secure }: Services): void {
  routes.post('/:participationId/confirm', async (c) => {
    await confirmIdentity(ctx, c.get('actor'));
    return c.json({});
  });
  routes.post('/:participationId/not-me', async (c) => {
    const actor = c.get('actor');
    await notMe(ctx, actor);
    clearDeviceCookie(c, actor.participationId, secure);
    return c.json({});
  });
  routes.post('/:participationId/leave', async (c) => {
    const actor = c.get('actor');
    await leave(ctx, actor);
    clearDeviceCookie(c, actor.participationId, secure);
    return c.json({});
  });
  routes.post('/:participationId/settings', async (c) => {
    await changeSettings(ctx, c.get('actor'), await readBody(c, requests.changeSettings));
    return c.json({});
  });
}

function meetingRoutes(routes: Hono<AppEnv>, { ctx, freezer, secure }: Services): void {
  routes.post('/:participationId/phase', async (c) => {
    const { phase } = await readBody(c, requests.movePhase);
    await movePhase(ctx, c.get('actor'), phase);
    return c.json({});
  });
  routes.post('/:participationId/phase/extend', async (c) => {
    const { minutes } = await readBody(c, requests.extendPhase);
    await extendPhase(ctx, c.get('actor'), minutes);
    return c.json({});
  });
  routes.post('/:participationId/turn', async (c) => {
    const { personId } = await readBody(c, requests.giveTurn);
    await giveTurn(ctx, c.get('actor'), personId);
    return c.json({});
  });
  routes.post('/:participationId/attendance', async (c) => {
    await recordAttendance(ctx, c.get('actor'), await readBody(c, requests.noteAttendance));
    return c.json({});
  });
  routes.post('/:participationId/freeze', async (c) => {
    const { step } = await readBody(c, requests.freezeStep);
    await freezer.step(c.get('actor'), step);
    return c.json({});
  });
  routes.post('/:participationId/reopen', async (c) => {
    await reopen(ctx, c.get('actor'));
    return c.json({});
  });
  routes.post('/:participationId/next-meeting', async (c) => {
    const wanted = await readBody(c, requests.makeNextMeeting);
    const { meetingId, participationId, secret } = await makeNextMeeting(ctx, c.get('actor'), wanted);
    setDeviceCookie(c, participationId, secret, secure);
    return c.json({ meetingId, participationId });
  });
}

function peopleRoutes(routes: Hono<AppEnv>, services: Services): void {
  const { ctx } = services;
  routes.post('/:participationId/admissions/:deviceId', async (c) => {
    const { decision } = await readBody(c, requests.decideAdmission);
    await decideAdmission(ctx, c.get('actor'), c.req.param('deviceId'), decision);
    return c.json({});
  });
  routes.post('/:participationId/people/:other/link', async (c) => {
    const token = await createLink(ctx, c.get('actor'), c.req.param('other'));
    return c.json({ url: linkUrl(publicBase(c, services), token) });
  });
  routes.post('/:participationId/people/:other/revoke', async (c) => {
    await revokeLinks(ctx, c.get('actor'), c.req.param('other'));
    return c.json({});
  });
  routes.post('/:participationId/people/:other/remove', async (c) => {
    await removeParticipant(ctx, c.get('actor'), c.req.param('other'));
    return c.json({});
  });
  routes.post('/:participationId/people/:other/restore', async (c) => {
    await restoreParticipant(ctx, c.get('actor'), c.req.param('other'));
    return c.json({});
  });
}
