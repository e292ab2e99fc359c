import { type Context, Hono } from 'hono';
import type { VersionAnswer } from '#shared/api/answers.ts';
import * as files from '#shared/api/routes/files.ts';
import * as protocol from '#shared/api/routes/protocol.ts';
import type { VersionRef } from '#shared/api/view.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext } from '../access/command-context.ts';
import { readDeviceCookie } from '../access/cookies.ts';
import { allow, commandOf } from '../http/allow.ts';
import type { AppEnv } from '../http/env.ts';
import { serve } from '../http/serve.ts';
import type { Services } from '../http/services.ts';
import { exportFileName, exportJson } from './export/json.ts';
import { isLeadersBrowser } from './leaders-browser.ts';
import { readVersion } from './read-version.ts';
import { seal } from './seal.ts';
import { signOff } from './sign-off.ts';
import { pdfFor } from './stored-pdf.ts';

/** A version: reading, deciding, sealing, taking along. */
export function versionRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  serve(routes, protocol.readVersion, allow(services, 'readVersion'), (c) => {
    const { sql, actor } = permitted(c, 'readVersion');
    return readVersion(sql, actor, c.req.param('versionId'));
  });
  serve(routes, protocol.signOff, allow(services, 'signOff'), (c, said) =>
    signOff(commandOf(c), c.req.param('versionId'), said, () =>
      isLeadersBrowser({ sql: services.ctx.sql, auth: services.auth }, commandOf(c).actor, {
        headers: c.req.raw.headers,
        secretFor: (id) => readDeviceCookie(c, id, services.secure),
      }),
    ),
  );
  serve(routes, protocol.seal, allow(services, 'seal'), (c) => seal(commandOf(c), c.req.param('versionId')));
  serve(routes, files.protocolJson, allow(services, 'exportVersion'), async (c) => {
    const taken = await takeAlong(c);
    return asFile(c, exportJson(taken), 'application/json; charset=utf-8', taken.version, 'json');
  });
  serve(routes, files.protocolPdf, allow(services, 'exportVersion'), async (c) => {
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
