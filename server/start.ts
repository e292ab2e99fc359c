import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { allowedOrigins, type Config, lanAddresses, listensOnNetwork, StartError } from './config.ts';
import { type Database, openDatabase } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import type { Sql } from './db/sql.ts';
import { watchCommits } from './health/commits.ts';
import { createHealth } from './health/health.ts';
import { watchLoop } from './health/loop.ts';
import { createProbe } from './health/probe.ts';
import { createApp, type PlanrundeApp } from './http/app.ts';
import { buildClient, CLIENT_FOLDER, clientIsBuilt } from './http/client-build.ts';
import { PATIENCE, reservePort } from './listen.ts';
import type { Seams } from './seams.ts';
import { createSyncHub } from './sync/hub.ts';
import { createPgFacts, createPgStore } from './sync/pg-store.ts';
import type { LogStore } from './sync/store.ts';
import type { SyncHub } from './sync/types.ts';

/** A server that listens. */
export interface RunningServer {
  baseUrl: string;
  config: Config;
  planrunde: PlanrundeApp;
  /** Takes no more, commits what is queued, tells every client to come back, and ends. */
  close(): Promise<void>;
}

/** Sockets that do not end by themselves are cut after this time. */
const DRAIN_MS = 5_000;

/** Opens everything and listens. Throws `StartError` with one sentence where something outside is wrong. */
export async function startServer(
  config: Config,
  say: (line: string) => void,
  seams: Seams = {},
): Promise<RunningServer> {
  const port = await reservePort(config.host, config.port);
  await prepareClient(say);
  const database = await openDatabase(config.database, seams.onQuery);
  try {
    await migrate(database.sql);
    return await listen(config, port, database, seams);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function prepareClient(say: (line: string) => void): Promise<void> {
  if (!clientIsBuilt()) {
    say('Building the pages, once (about ten seconds) …');
    await buildClient();
  }
}

async function listen(
  config: Config,
  port: number,
  database: Database,
  seams: Seams,
): Promise<RunningServer> {
  const { sql } = database;
  const baseUrl = config.baseUrl ?? `http://${hostInAddress(config.host)}:${port}`;
  const log = createPgStore(sql);
  const commits = watchCommits(seams.store?.(log) ?? log);
  const loop = watchLoop();
  const health = createHealth({ probe: createProbe(sql), commits, loop });
  const hub = openHub(sql, commits.store, seams);
  const planrunde = createApp({
    sql,
    hub,
    health,
    database: database.kind,
    secret: config.secret,
    baseUrl,
    origins: seams.origins ?? allowedOrigins(config, port),
    clientFolder: CLIENT_FOLDER,
    dataDir: config.dataDir,
    localUrl: `http://${hostInAddress(config.host)}:${port}`,
    lan: listensOnNetwork(config.host) ? lanAddresses().map((address) => `http://${address}:${port}`) : [],
    // https ends at a reverse proxy, whose word about the client's address is believed; nobody else's is.
    proxies: baseUrl.startsWith('https://') ? 1 : 0,
  });
  if (config.trial) {
    await planrunde.demo.ensure();
  }
  const server = await bind(planrunde, config.host, port);
  await planrunde.start();
  const close = async (): Promise<void> => {
    health.shuttingDown();
    await drain(planrunde, hub, server);
    loop.close();
    await database.close();
  };
  return { baseUrl, config, planrunde, close };
}

function openHub(sql: Sql, store: LogStore, { hub, limits, timers, judge }: Seams): SyncHub {
  const opened = createSyncHub({
    store,
    facts: createPgFacts(sql),
    ...(limits ? { limits } : {}),
    ...(timers ? { timers } : {}),
    ...(judge ? { judge } : {}),
    onTrouble: (planId, error) => console.error(`plan ${planId}: ${describe(error)}`),
  });
  return hub?.(opened) ?? opened;
}

function bind(planrunde: PlanrundeApp, hostname: string, port: number): Promise<Server> {
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
    server.once('error', (error) =>
      reject(new StartError(`Port ${port} on ${hostname} cannot be listened on (${error.message}).`)),
    );
  });
}

async function drain(planrunde: PlanrundeApp, hub: SyncHub, server: Server): Promise<void> {
  await planrunde.close();
  await hub.close();
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** What a person types into the address bar for a listening address. */
function hostInAddress(host: string): string {
  return listensOnNetwork(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
}

/** For the log: what kind of trouble, never its content. */
function describe(error: unknown): string {
  const { name, code } = error as { name?: string; code?: string };
  return [name ?? 'Error', code].filter(Boolean).join(' ');
}
