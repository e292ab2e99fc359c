import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { forAction, mustHaveRows, routesOf } from '#server/http/allow.ts';
import type { AppEnv } from '#server/http/env.ts';

describe('routes and their rows', () => {
  it('[AC25] a route of which no policy speaks is named, wherever it was mounted', () => {
    const part = new Hono<AppEnv>().get(
      '/known',
      forAction('seeHealth', () => new Response('')),
    );
    part.post('/left-out', () => new Response(''));
    const app = new Hono<AppEnv>().use('*', async (_c, next) => next());
    app.route('/part', part);
    expect(() => mustHaveRows(app)).toThrow('POST /part/left-out');
    expect(() => mustHaveRows(app)).not.toThrow('/known');
  });

  it('[AC25] an endpoint for all methods is a route, what only passes on is none', () => {
    const app = new Hono<AppEnv>().use('*', async (_c, next) => next()).all('/any', () => new Response(''));
    expect(routesOf(app).map(({ method, path }) => `${method} ${path}`)).toEqual(['ALL /any']);
    expect(() => mustHaveRows(app)).toThrow('ALL /any');
  });
});
