import { type Context, Hono } from 'hono';
import type { VersionAnswer } from '#shared/api/answers.ts';
import * as files from '#shared/api/routes/files.ts';
import * as protocol from '#shared/api/routes/protocol.ts';
import type { VersionRef } from '#shared/api/view.ts';
import { authorizeCommand } from '../access/authorize.ts';
import { readDeviceCookie } from '../access/cookies.ts';
import { allow, commandOf } from '../http/allow.ts';
import type { AppEnv } from '../http/env.ts';
import { type SentAs, serve } from '../http/serve.ts';
import type { Services } from '../http/services.ts';
import { exportFileName, exportFrame } from './export/json.ts';
import { isLeadersBrowser } from './leaders-browser.ts';
import { type ReadVersion, readVersion } from './read-version.ts';
import { seal } from './seal.ts';
import { signOff } from './sign-off.ts';
import { sendFramed } from './stored-content.ts';
import { pdfFor } from './stored-pdf.ts';

/** A version: reading, deciding, sealing, taking along. */
export function versionRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  serve(routes, protocol.readVersion, allow(services, 'readVersion'), async (c) => {
    const { version, signoffs, earlier, stored } = await asked(c, services, 'readVersion');
    const frame = {
      before: `{"version":${JSON.stringify(version)},"content":`,
      after: `,"signoffs":${JSON.stringify(signoffs)},"earlier":${JSON.stringify(earlier)}}`,
    };
    const sent: SentAs<VersionAnswer> = sendFramed(services.ctx.sql, stored, frame, {
      'Content-Type': 'application/json',
    });
    return sent;
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
    const { version, signoffs, earlier, stored } = await asked(c, services, 'exportVersion');
    const headers = fileHeaders('application/json; charset=utf-8', version, 'json');
    return sendFramed(services.ctx.sql, stored, exportFrame({ version, signoffs, earlier }), headers);
  });
  serve(routes, files.protocolPdf, allow(services, 'exportVersion'), async (c) => {
    const { version } = await asked(c, services, 'exportVersion');
    const { ctx, jobs } = services;
    const hungUp = c.req.raw.signal;
    const bytes = await pdfFor({ sql: ctx.sql, jobs }, commandOf(c).actor, version.id, hungUp);
    return c.body(bytes, 200, fileHeaders('application/pdf', version, 'pdf'));
  });
  return routes;
}

/** What is asked for, where it may be read and the device has a place left for something that large. */
function asked(
  c: Context<AppEnv>,
  { takeDownload }: Services,
  action: 'readVersion' | 'exportVersion',
): Promise<ReadVersion> {
  const command = commandOf(c);
  authorizeCommand(command, action);
  takeDownload(c);
  return readVersion(command.sql, command.actor, c.req.param('versionId') ?? '');
}

function fileHeaders(type: string, version: VersionRef, extension: 'pdf' | 'json'): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${exportFileName(version, extension)}"`,
  };
}
