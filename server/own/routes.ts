import { Hono } from 'hono';
import * as own from '#shared/api/routes/own.ts';
import { allow, commandOf } from '../http/allow.ts';
import type { AppEnv } from '../http/env.ts';
import { serve } from '../http/serve.ts';
import type { Services } from '../http/services.ts';
import { showOwnCards, takeBackOwnCards } from './move-cards.ts';

/** What only its owner receives, until it is shown. */
export function ownRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  serve(routes, own.showOwn, allow(services, 'showOwn'), (c, { recordIds }) =>
    showOwnCards(commandOf(c), recordIds),
  );
  serve(routes, own.takeBackOwn, allow(services, 'takeBackOwn'), (c, { recordIds }) =>
    takeBackOwnCards(commandOf(c), recordIds),
  );
  return routes;
}
