import { Hono, type MiddlewareHandler } from 'hono';
import { describe, expect, it } from 'vitest';
import type { AppEnv } from '#server/http/env.ts';
import { serve } from '#server/http/serve.ts';
import { protocolPdf } from '#shared/api/routes/files.ts';
import { exchangeLink } from '#shared/api/routes/links.ts';
import { giveTurn, makeNextMeeting, movePhase } from '#shared/api/routes/meetings.ts';
import { createLink } from '#shared/api/routes/participants.ts';

const open: MiddlewareHandler<AppEnv> = (_c, next) => next();

/** Asks a route that is alone in its app. */
async function ask(mount: (routes: Hono<AppEnv>) => void, path: string, init?: RequestInit) {
  const routes = new Hono<AppEnv>();
  mount(routes);
  const answer = await routes.request(path, init);
  return { status: answer.status, text: await answer.text() };
}

describe('a route of the table on the server', () => {
  it('[AP6] gets the body that its row names, and answers with what the handler gives', async () => {
    const answer = await ask(
      (routes) => serve(routes, exchangeLink, open, async (_c, { token }) => ({ participationId: token })),
      '/api/links/exchange',
      { method: 'POST', body: '{"token":"leon"}' },
    );
    expect(answer).toEqual({ status: 200, text: '{"participationId":"leon"}' });
  });

  it('[AP6] answers with no field where its row names none, and sends a file as it is', async () => {
    const turn = await ask((routes) => serve(routes, giveTurn, open, async () => {}), '/api/p/leon/turn', {
      method: 'POST',
      body: '{"personId":null}',
    });
    expect(turn).toEqual({ status: 200, text: '{}' });
    const pdf = await ask(
      (routes) => serve(routes, protocolPdf, open, async (c) => c.body(c.req.param('versionId'))),
      '/api/p/leon/versions/v1/protocol.pdf',
    );
    expect(pdf).toEqual({ status: 200, text: 'v1' });
  });

  it('[AP6] asks the guard first, before the body is read', async () => {
    const answer = await ask(
      (routes) =>
        serve(
          routes,
          giveTurn,
          async (c) => c.text('no', 403),
          async () => {},
        ),
      '/api/p/leon/turn',
      { method: 'POST', body: 'not json' },
    );
    expect(answer).toEqual({ status: 403, text: 'no' });
  });

  it('[OP21] waits for a turn only once the body is there and fits', async () => {
    let turns = 0;
    const inTurn: MiddlewareHandler<AppEnv> = async (c, next) => {
      c.set('inTurn', (work) => {
        turns++;
        return work();
      });
      await next();
    };
    const mount = (routes: Hono<AppEnv>): void => {
      routes.onError((_error, c) => c.text('refused', 400));
      serve(routes, giveTurn, inTurn, async () => {});
    };
    const post = (body: string) => ask(mount, '/api/p/leon/turn', { method: 'POST', body });
    expect([(await post('not json')).status, (await post('{"who":1}')).status, turns]).toEqual([400, 400, 0]);
    expect([(await post('{"personId":null}')).status, turns]).toEqual([200, 1]);
  });

  it('[AP6] with another answer, body or param than its row says fails the types', () => {
    const routes = new Hono<AppEnv>();
    // @ts-expect-error the answer lacks a field
    serve(routes, makeNextMeeting, open, async () => ({ meetingId: 'm' }));
    // @ts-expect-error a field is of another kind
    serve(routes, createLink, open, async () => ({ url: 7 }));
    // @ts-expect-error something is said where there is nothing to say
    serve(routes, movePhase, open, async () => ({ phase: 'ziele' }));
    // @ts-expect-error a file is no value
    serve(routes, protocolPdf, open, async () => ({ bytes: '' }));
    // @ts-expect-error the body has no such field
    serve(routes, movePhase, open, async (_c, { step }) => void step);
    // @ts-expect-error the path has no such part
    serve(routes, movePhase, open, async (c) => void c.req.param('versionId').length);
    expect(routes.routes.length).toBeGreaterThan(0);
  });
});
