import { type Context, Hono } from 'hono';
import type { VersionAnswer } from '#shared/api/answers.ts';
import { signOff as signOffBody } from '#shared/api/requests.ts';
import type { VersionRef } from '#shared/api/view.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { allow, commandOf } from '../http/allow.ts';
import { readBody } from '../http/body.ts';
import type { AppEnv } from '../http/env.ts';
import type { Services } from '../http/services.ts';
import { exportFileName, exportJson } from './export/json.ts';
import { readVersion } from './read-version.ts';
import { seal } from './seal.ts';
import { signOff } from './sign-off.ts';
import { pdfFor } from './stored-pdf.ts';

/** Below `/api/p/:participationId/versions`: reading, deciding, sealing, taking along. */
export function versionRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/:versionId', allow(services, 'readVersion'), async (c) => {
    const { sql, actor } = permitted(c, 'readVersion');
    return c.json(await readVersion(sql, actor, c.req.param('versionId')));
  });
  routes.post('/:versionId/signoff', allow(services, 'signOff'), async (c) => {
    await signOff(commandOf(c), c.req.param('versionId'), await readBody(c, signOffBody));
    return c.json({});
  });
  routes.post('/:versionId/seal', allow(services, 'seal'), async (c) => {
    await seal(commandOf(c), c.req.param('versionId'));
    return c.json({});
  });
  routes.get('/:versionId/protocol.json', allow(services, 'exportVersion'), async (c) => {
    const taken = await takeAlong(c);
    return asFile(c, exportJson(taken), 'application/json; charset=utf-8', taken.version, 'json');
  });
  routes.get('/:versionId/protocol.pdf', allow(services, 'exportVersion'), async (c) => {
    const { version } = await takeAlong(c);
    const bytes = await pdfFor(
      { sql: services.ctx.sql, jobs: services.jobs },
      commandOf(c).actor,
      version.id,
    );
    return asFile(c, bytes, 'application/pdf', version, 'pdf');
  });
  return routes;
}

function takeAlong(c: Context<AppEnv>): Promise<VersionAnswer> {
  const { sql, actor } = permitted(c, 'exportVersion');
  return readVersion(sql, actor, c.req.param('versionId') ?? '');
}

function permitted(c: Context<AppEnv>, action: 'readVersion' | 'exportVersion'): CommandContext {
  const command = commandOf(c);
  authorizeCommand(command, action);
  return command;
}

function asFile(
  c: Context<AppEnv>,
  bytes: Uint8Array,
  type: string,
  version: VersionRef,
  extension: 'pdf' | 'json',
): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${exportFileName(version, extension)}"`,
  });
}
