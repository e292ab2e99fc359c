import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { makeSetupAddress } from './accounts/set-up.ts';
import { followMark, type MarkFollower } from './backup/follow-mark.ts';
import { type KnownDatabase, knowDatabase, refuseWentBack } from './backup/went-back.ts';
import { allowedOrigins, type Config, lanAddresses, listensOnNetwork, StartError } from './config.ts';
import { type Core, openCore } from './core.ts';
import { type Database, openDatabase } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { type SoleServer, takeSoleServer } from './db/sole-server.ts';
import { type AppWithExample, createAppWithExample } from './example/extension.ts';
import type { AppSettings } from './http/app.ts';
import { buildClient, CLIENT_FOLDER, clientIsBuilt } from './http/client-build.ts';
import { endStalled, PATIENCE, reservePort } from './listen.ts';
import { type Log, openLog } from './log/log.ts';
import type { MetricsPage } from './metrics/metrics.ts';
import type { Seams } from './seams.ts';
import type { SyncHub } from './sync/types.ts';

/** A server that listens. */
export interface RunningServer {
  baseUrl: string;
  config: Config;
  planrunde: AppWithExample;
  log: Log;
  /** Where the metrics have a port of their own. */
  metricsUrl: string | null;
  /** Where the office is set up, once; null where nothing is to be set up. */
  setupUrl: string | null;
  /** Another process serves this database by now: this one must end. */
  taken: Promise<void>;
  /** Takes no more, commits what is queued, tells every client to come back, and ends. */
  close(): Promise<void>;
}

/** The embedded database has a lock of its own. */
const ALONE: SoleServer = { taken: new Promise(() => {}), close: async () => {} };
/** Sockets that do not end by themselves are cut after this time. */
const DRAIN_MS = 5_000;
const SWEEP_MS = 100;

/** Opens everything and listens. Throws `StartError` with one sentence where something outside is wrong. */
export async function startServer(
  config: Config,
  say: (line: string) => void,
  seams: Seams = {},
): Promise<RunningServer> {
  const began = performance.now();
  const log = seams.log ?? openLog(config.logLevel);
  const port = await reservePorts(config);
  await prepareClient(say);
  const database = await openDatabase(config.database, seams);
  let place: SoleServer = ALONE;
  try {
    if (config.database.kind === 'postgres' && !seams.isNotAlone) {
      place = await takeSoleServer(config.database.url);
    }
    const migration = await database.patiently(migrate);
    const known = await knowDatabase(database.sql, config.keepDir);
    refuseWentBack(known);
    const mark = await followMark(database.sql, known, (error) => log('mark.not_kept', { error }));
    const core = await openCore(database, seams, log, config.metrics ? migration : null);
    const running = await listen(config, port, { database, place, known, mark }, core, log, seams);
    log('server.listening', { database: database.kind, ms: performance.now() - began });
    return running;
  } catch (error) {
    await place.close();
    await database.close();
    throw error;
  }
}

/** Both ports must be free before anything is opened. Gives the public one. */
async function reservePorts({ host, port, metrics }: Config): Promise<number> {
  const reserved = await reservePort(host, port);
  if (metrics?.listen) {
    const names = { port: 'METRICS_PORT', host: 'METRICS_HOST' };
    await reservePort(metrics.listen.host, metrics.listen.port, names);
  }
  return reserved;
}

async function prepareClient(say: (line: string) => void): Promise<void> {
  if (!clientIsBuilt()) {
    say('Building the pages, once (about ten seconds) …');
    await buildClient();
  }
}

/** What stands under the server. */
interface Opened {
  database: Database;
  place: SoleServer;
  known: KnownDatabase;
  mark: MarkFollower;
}

async function listen(
  config: Config,
  port: number,
  { database, place, known, mark }: Opened,
  core: Core,
  log: Log,
  seams: Seams,
): Promise<RunningServer> {
  const { hub, health, loop, metrics } = core;
  const lan = listensOnNetwork(config.host)
    ? lanAddresses().map((address) => `http://${address}:${port}`)
    : [];
  const settings = settingsOf(config, port, database, core, log, seams);
  settings.noteVersion = known.keep.noteVersion;
  const { baseUrl } = settings;
  const planrunde = createAppWithExample(settings, lan);
  if (config.example) {
    await planrunde.demo.ensure();
  }
  const server = await bind(planrunde, config.host, port);
  await planrunde.start();
  // With the example the machine is for trying out: `npm run setup` makes the address there.
  const setup = config.example ? null : await makeSetupAddress(planrunde.ctx, baseUrl);
  const own = await listenForOperators(config, metrics?.page, log);
  const close = async (): Promise<void> => {
    const began = performance.now();
    log('server.closing', {});
    health.shuttingDown();
    await drain(planrunde, hub, server);
    own?.close();
    loop.close();
    await mark.close();
    await database.close();
    await place.close();
    log('server.closed', { ms: performance.now() - began });
  };
  return {
    baseUrl,
    config,
    planrunde,
    log,
    metricsUrl: own?.url ?? null,
    setupUrl: setup?.url ?? null,
    taken: place.taken,
    close,
  };
}

function settingsOf(
  config: Config,
  port: number,
  database: Database,
  { generation, hub, health, metrics }: Core,
  log: Log,
  seams: Seams,
): AppSettings {
  const token = config.metrics?.token;
  const baseUrl = config.baseUrl ?? `http://${hostInAddress(config.host)}:${port}`;
  return {
    sql: database.sql,
    hub,
    generation,
    log,
    health,
    database: database.kind,
    secret: config.secret,
    baseUrl,
    origins: seams.origins ?? allowedOrigins(config, port),
    clientFolder: CLIENT_FOLDER,
    dataDir: config.dataDir,
    localUrl: `http://${hostInAddress(config.host)}:${port}`,
    // https ends at a reverse proxy, whose word about the client's address is believed; nobody else's is.
    proxies: baseUrl.startsWith('https://') ? 1 : 0,
    ...(metrics && token ? { metrics: { token, page: metrics.page } } : {}),
  };
}

async function listenForOperators(
  { metrics }: Config,
  page: MetricsPage | undefined,
  log: Log,
): Promise<{ url: string; close(): void } | null> {
  if (!page || !metrics?.listen) {
    return null;
  }
  const { host } = metrics.listen;
  const { listenForMetrics } = await import('./metrics/listener.ts');
  const { server, port } = await listenForMetrics(page, metrics.listen, log);
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://${hostInAddress(host)}:${port}/metrics`, close };
}

function bind(planrunde: AppWithExample, hostname: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: planrunde.app.fetch,
        hostname,
        port,
        serverOptions: PATIENCE,
        websocket: { server: planrunde.sockets },
      },
      () => resolve(server),
    ) as Server;
    endStalled(server);
    server.once('error', (error) =>
      reject(new StartError(`Port ${port} on ${hostname} cannot be listened on (${error.message}).`)),
    );
  });
}

async function drain(planrunde: AppWithExample, hub: SyncHub, server: Server): Promise<void> {
  await planrunde.close();
  await hub.close();
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    // A connection that has had its answer meanwhile is idle from then on.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** What a person types into the address bar for a listening address. */
function hostInAddress(host: string): string {
  return listensOnNetwork(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
}
