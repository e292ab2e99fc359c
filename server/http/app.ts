import type { WebSocketServerLike } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LIMITS } from '#shared/wire/limits.ts';
import type { NoteVersion, ServerContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import { createAuth, type StaffAuth } from '../accounts/auth.ts';
import { AUTH_PATH } from '../accounts/auth-options.ts';
import { ownAccountRoutes } from '../accounts/own-routes.ts';
import { passkeyRoutes } from '../accounts/passkeys/routes.ts';
import { peopleRoutes } from '../accounts/people/routes.ts';
import { accountRoutes } from '../accounts/routes.ts';
import { setupCommands, setupRoutes } from '../accounts/setup-routes.ts';
import type { Sql } from '../db/sql.ts';
import { createHealth, type Health } from '../health/health.ts';
import { createProbe } from '../health/probe.ts';
import { healthRoutes } from '../health/routes.ts';
import { createJobs } from '../jobs/jobs.ts';
import type { Log } from '../log/log.ts';
import { requestLog } from '../log/requests.ts';
import { createMeetingViews, type MeetingViews } from '../meetings/meeting-views.ts';
import { staffRoutes } from '../meetings/staff-routes.ts';
import { type GuardedMetrics, metricsRoutes } from '../metrics/routes.ts';
import { officeRoutes } from '../office/routes.ts';
import { endSession, renewSession } from '../participants/enter-by-account.ts';
import { linkRoutes } from '../participants/link-routes.ts';
import { participantRoutes } from '../participants/routes.ts';
import type { PdfLimits } from '../protocol/export/pdf-task.ts';
import { createFreezer } from '../protocol/freeze.ts';
import { pdfJob } from '../protocol/stored-pdf.ts';
import type { SyncHub } from '../sync/types.ts';
import { forAction, mustHaveRows } from './allow.ts';
import { createDownloads } from './downloads.ts';
import type { AppEnv } from './env.ts';
import { answerDomainError, answerError } from './errors.ts';
import type { Extension, MountedRoutes } from './extension.ts';
import { clientAddress, jsonOnly, noStore, sameOriginOnly } from './guards.ts';
import { oneATurn } from './one-a-turn.ts';
import { createRequestLimit, REQUEST_LIMITS, type RequestLimits } from './request-limit.ts';
import { securityHeaders } from './security.ts';
import { writeServerFile } from './server-file.ts';
import type { Services } from './services.ts';
import { createSocketServer, socketRoutes } from './sockets.ts';
import { clientPages } from './static.ts';
import { createTurns } from './turns.ts';
import { fewWrongBodies } from './wrong-bodies.ts';

/** What the app is made of. */
export interface AppSettings {
  sql: Sql;
  hub: SyncHub;
  /** Which life of the database this is; 1 where nobody counts them. */
  generation?: number;
  log: Log;
  database: 'embedded' | 'postgres';
  /** Notes the number of a version beside the database, so that it is never given twice. */
  noteVersion?: NoteVersion;
  /** Signs account sessions. */
  secret: string;
  /** Public address without a slash at the end; https makes cookies `__Host-` and Secure. */
  baseUrl: string;
  /** Every origin from which a browser may send requests and open sockets. */
  origins: ReadonlySet<string>;
  /** Folder of the built client; null serves the API alone (tests). */
  clientFolder: string | null;
  /** Where `npm run demo` finds this server; null: it does not. */
  dataDir: string | null;
  /** How this machine itself reaches the server, where a proxy stands before it; else `baseUrl`. */
  localUrl?: string;
  /** Reverse proxies before this server: so many hops of X-Forwarded-For are believed. */
  proxies?: number;
  /** How long clients have to send what they still hold before a freeze; tests set it. */
  flushMs?: number;
  /** How often rights are looked up again, should a message be lost; tests set it. */
  recheckMs?: number;
  /** What the health page tells; without it, whether the database answers. */
  health?: Health;
  /** Metrics on this port, for who knows the token. */
  metrics?: GuardedMetrics;
  /** Routes of what the product does not know, such as the example. */
  extensions?: readonly Extension[];
  /** What setting a PDF may take; tests set it. */
  pdfLimits?: PdfLimits;
  /** How often one device or account may ask; tests set it. */
  requestLimits?: RequestLimits;
  now?: () => Date;
}

/** The server beside its listening socket. */
export interface PlanrundeApp {
  app: Hono<AppEnv>;
  /** For `serve({ fetch: app.fetch, websocket: { server: sockets } })`. */
  sockets: WebSocketServerLike;
  auth: StaffAuth;
  live: MeetingViews;
  ctx: ServerContext;
  /** After listening: takes up freezings that a restart interrupted. */
  start(): Promise<void>;
  /** Before `hub.close()`: no more freezing, live sockets told to come back. */
  close(): Promise<void>;
}

/**
 * Wires access, commands, live views and routes. The way to run it:
 *
 *     const planrunde = createApp({ sql, hub, log, database, secret, baseUrl, origins, clientFolder, dataDir });
 *     const server = serve({ fetch: planrunde.app.fetch, port, hostname, websocket: { server: planrunde.sockets } });
 *     await planrunde.start();
 *     // on SIGTERM: await planrunde.close(); await hub.close(); server.close(); await database.close();
 */
export function createApp(settings: AppSettings): PlanrundeApp {
  const { sql, hub, log, baseUrl, origins, now = () => new Date() } = settings;
  const live = createMeetingViews({
    sql,
    hub,
    log,
    ...(settings.recheckMs ? { recheckMs: settings.recheckMs } : {}),
  });
  const ctx: ServerContext = { sql, hub, live, log, now, noteVersion: settings.noteVersion ?? nowhere };
  const auth = createAuth({
    sql,
    log,
    secret: settings.secret,
    baseUrl,
    origins: [...origins],
    onSessionEnd: (sessionId) => endSession(ctx, sessionId),
    onSessionRenewed: (before, sessionId) => renewSession(sql, before, sessionId),
  });
  const freezer = createFreezer(ctx, settings.flushMs);
  const jobs = createJobs({ sql, kinds: [pdfJob(sql, settings.pdfLimits)] });
  const secure = baseUrl.startsWith('https://');
  const countRequest = createRequestLimit(settings.requestLimits ?? REQUEST_LIMITS);
  const services: Services = {
    generation: settings.generation ?? 1,
    ctx,
    jobs,
    auth,
    live,
    freezer,
    countRequest,
    takeDownload: createDownloads(),
    takeTurn: createTurns(),
    baseUrl,
    origins,
    secure,
  };
  const file =
    settings.dataDir === null ? null : writeServerFile(settings.dataDir, settings.localUrl ?? baseUrl);
  const sockets = createSocketServer();
  return {
    app: openRoutes(services, settings, file?.key ?? null),
    sockets,
    auth,
    live,
    ctx,
    async start() {
      await freezer.resume();
      await jobs.start();
    },
    async close() {
      file?.remove();
      await jobs.close();
      await freezer.close();
      await live.close();
    },
  };
}

/** Where nothing is kept beside the database, as in tests. */
const nowhere: NoteVersion = () => undefined;

function openRoutes(services: Services, settings: AppSettings, key: string | null): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const health = settings.health ?? createHealth({ probe: createProbe(settings.sql) });
  const { log } = settings;
  app.onError((error, c) => answerError(error, c, log));
  app.use(requestLog(log));
  app.use(oneATurn());
  // Sockets first: they need no headers of pages.
  app.route('/', socketRoutes(services));
  app.use(securityHeaders(services.secure), clientAddress(settings.proxies ?? 0));
  app.route('/health', healthRoutes(health, settings.database));
  if (settings.metrics) {
    app.route('/', metricsRoutes(settings.metrics));
  }
  app.use('/api/*', noStore, fewWrongBodies(), jsonOnly, limitBody());
  const extensions = (settings.extensions ?? []).map((mount) => mount(services));
  if (key !== null) {
    app.route('/', setupCommands(services, key));
  }
  mountCommands(app, extensions, key);
  app.use('/api/*', sameOriginOnly(services.origins));
  app.route(AUTH_PATH, accountRoutes(services));
  app.route('/', ownAccountRoutes(services));
  app.route('/', passkeyRoutes(services));
  app.route('/', setupRoutes(services));
  app.route('/', officeRoutes(services));
  app.route('/', peopleRoutes(services));
  app.route('/', linkRoutes(services));
  app.route('/', participantRoutes(services));
  app.route('/', staffRoutes(services));
  for (const { routes } of extensions) {
    app.route('/', routes);
  }
  app.all(
    '/api/*',
    forAction('askUnknown', (c: Context<AppEnv>) => answerDomainError(c, new DomainError('not_found'))),
  );
  if (settings.clientFolder !== null) {
    app.route('/', clientPages(settings.clientFolder));
  }
  mustHaveRows(app);
  return app;
}

function mountCommands(app: Hono<AppEnv>, extensions: readonly MountedRoutes[], key: string | null): void {
  for (const { commands } of extensions) {
    if (key !== null && commands) {
      app.route('/', commands(key));
    }
  }
}

function limitBody() {
  return bodyLimit({
    maxSize: LIMITS.httpBodyBytes,
    onError: () => {
      throw new DomainError('too_large');
    },
  });
}
