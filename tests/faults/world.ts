import { join } from 'node:path';
import { connect } from '#server/db/database.ts';
import { openEmbedded } from '#server/db/embedded.ts';
import type { Sql } from '#server/db/sql.ts';
import type { DatabaseKind } from '../helpers/database.ts';
import { freePort } from '../helpers/server-process.ts';
import { type Cluster, makeCluster } from './cluster.ts';
import { type Link, openLink } from './link.ts';
import { ServerProcess } from './server.ts';
import type { Weakness } from './weak.ts';

const DATABASE = 'planrunde';

/** Everything that a run disturbs: a database of its own, the line to it, a server process. */
export interface World {
  kind: DatabaseKind;
  /** How long healing may take; a server that is wrong on purpose may never heal. */
  healMs: number;
  /** Null where the database is embedded. */
  cluster: Cluster | null;
  /** The line between server and database; null where it is embedded. */
  databaseLine: Link | null;
  server: ServerProcess;
  /** Checksums of all versions that were ever seen, by id. */
  versions: Map<string, string>;
  /** Whether the database can be looked into while the server runs. */
  canLook: boolean;
  /** Uses the database past the server. The embedded one has one owner: the server rests meanwhile. */
  withDatabase<T>(use: (sql: Sql) => Promise<T>): Promise<T>;
  /** A further process on the same database, not started yet; null where there can be none. */
  anotherServer(database?: string): Promise<ServerProcess>;
  close(): Promise<void>;
}

function healMsOf(weakness?: Weakness): number {
  return weakness ? 8_000 : 90_000;
}

/** Makes a fresh world and starts its server. */
export async function openWorld(kind: DatabaseKind, weakness?: Weakness): Promise<World> {
  return kind === 'postgres' ? openOnCluster(weakness) : openOnFolder(weakness);
}

async function openOnCluster(weakness?: Weakness): Promise<World> {
  const cluster = await makeCluster(await freePort());
  const port = Number(new URL(cluster.url()).port);
  const line = await openLink(port);
  const throughLine = (database: string): string =>
    cluster.url(database).replace(`:${port}/`, `:${line.port}/`);
  const servers: ServerProcess[] = [];
  const make = async (database = DATABASE): Promise<ServerProcess> => {
    const known = servers[0];
    const made = await ServerProcess.make({
      databaseUrl: throughLine(database),
      weakness,
      ...(known ? { baseUrl: known.origin } : {}),
    });
    servers.push(made);
    return made;
  };
  const close = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.remove()));
    await line.close();
    await cluster.remove();
  };
  try {
    await cluster.createDatabase(DATABASE);
    const server = await make();
    await server.start();
    return {
      kind: 'postgres',
      healMs: healMsOf(weakness),
      versions: new Map(),
      cluster,
      databaseLine: line,
      server,
      canLook: true,
      async withDatabase(use) {
        const sql = connect(cluster.url(DATABASE), 2);
        try {
          return await use(sql);
        } finally {
          await sql.end({ timeout: 5 });
        }
      },
      anotherServer: make,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openOnFolder(weakness?: Weakness): Promise<World> {
  const server = await ServerProcess.make({ databaseUrl: null, weakness });
  const servers = [server];
  await server.start();
  return {
    kind: 'embedded',
    healMs: healMsOf(weakness),
    versions: new Map(),
    cluster: null,
    databaseLine: null,
    server,
    canLook: false,
    async withDatabase(use) {
      await server.drain();
      const { sql, close } = await openEmbedded(join(server.dataDir, 'database'));
      try {
        return await use(sql);
      } finally {
        await close();
        await server.start();
      }
    },
    async anotherServer() {
      const made = await ServerProcess.make({ databaseUrl: null, weakness, dataDir: server.dataDir });
      servers.push(made);
      return made;
    },
    close: async () => {
      await Promise.all(servers.map((one) => one.remove()));
    },
  };
}
