import { Hono } from 'hono';
import { signOff as signOffBody } from '#shared/api/requests.ts';
import { authorize } from '../../access/authorize.ts';
import { seal } from '../../commands/seal.ts';
import { signOff } from '../../commands/sign-off.ts';
import { readVersion, versionBytes } from '../../commands/versions.ts';
import { readBody } from '../body.ts';
import type { AppEnv } from '../env.ts';
import type { Services } from '../services.ts';

/** Below `/api/p/:participationId/versions`: reading, deciding, sealing, taking along. */
export function versionRoutes({ ctx }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/:versionId', async (c) => {
    const actor = c.get('actor');
    authorize(actor, 'readVersion');
    return c.json(await readVersion(ctx.sql, actor, c.req.param('versionId')));
  });
  routes.post('/:versionId/signoff', async (c) => {
    await signOff(ctx, c.get('actor'), c.req.param('versionId'), await readBody(c, signOffBody));
    return c.json({});
  });
  routes.post('/:versionId/seal', async (c) => {
    await seal(ctx, c.get('actor'), c.req.param('versionId'));
    return c.json({});
  });
  routes.get('/:versionId/protocol.json', async (c) => {
    const actor = c.get('actor');
    authorize(actor, 'exportVersion');
    const bytes = await versionBytes(ctx.sql, actor, c.req.param('versionId'));
    c.header('Content-Disposition', 'attachment; filename="protocol.json"');
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'application/json; charset=utf-8' });
  });
  return routes;
}
