import { Hono } from 'hono';
import * as requests from '#shared/api/requests.ts';
import { allow, commandOf } from '../http/allow.ts';
import { readBody } from '../http/body.ts';
import type { AppEnv } from '../http/env.ts';
import type { Services } from '../http/services.ts';
import { showOwnCards, takeBackOwnCards } from './move-cards.ts';

/** Below `/api/p/:participationId/own`: what only its owner receives, until it is shown. */
export function ownRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.post('/show', allow(services, 'showOwn'), async (c) => {
    const { recordIds } = await readBody(c, requests.showOwn);
    await showOwnCards(commandOf(c), recordIds);
    return c.json({});
  });
  routes.post('/take-back', allow(services, 'takeBackOwn'), async (c) => {
    const { recordIds } = await readBody(c, requests.takeBackOwn);
    await takeBackOwnCards(commandOf(c), recordIds);
    return c.json({});
  });
  return routes;
}
