import type { VersionAnswer } from '#shared/api/answers.ts';
import type { TableView } from '#shared/api/view.ts';
import type { Answer } from '../../../helpers/app/browser.ts';
import {
  openFreshTable,
  openPlan,
  openTestApp,
  type Place,
  post,
  type Table,
  type TestApp,
} from '../../../helpers/app.ts';
import type { DatabaseKind } from '../../../helpers/database.ts';
import { openTestDatabase, type TestDatabase } from '../../../helpers/database.ts';
import { type SyncClient, until } from '../../../helpers/sync-server.ts';

/** A meeting on the way from open to sealed. */

/** A server, with the example's meeting as often anew as tests need it. */
export interface House {
  database: TestDatabase;
  /** A fresh example for a test of its own. */
  fresh(): Promise<Meeting>;
  close(): Promise<void>;
}

type FrozenVersion = NonNullable<TableView['version']>;

interface Meeting {
  app: TestApp;
  database: TestDatabase;
  table: Table;
  /** Somebody opens the plan. */
  plan(place: Place): Promise<SyncClient>;
  /** Who leads takes a step of freezing. */
  freeze(step: string): ReturnType<typeof post>;
  /** Waits until the version of this number is frozen. */
  frozenVersion(number: string): Promise<FrozenVersion>;
}

/** Starts it; a database that is given stays open when it ends. */
export async function openHouse(
  kind: DatabaseKind,
  options: { database?: TestDatabase; flushMs?: number } = {},
): Promise<House> {
  const database = options.database ?? (await openTestDatabase(kind));
  const app = await openTestApp(kind, { ...options, database });
  const clients: SyncClient[] = [];
  return {
    database,
    async fresh() {
      const table = await openFreshTable(app);
      return {
        ...{ app, database, table },
        async plan(place) {
          const client = openPlan(app, place, table.planId);
          clients.push(client);
          await until(() => client.provider.synced, 'the plan is there');
          return client;
        },
        freeze: (step) => post(table.seidel, 'freeze', { step }),
        async frozenVersion(number) {
          const view = await table.seidel.live.untilTable(
            ({ state, version }) => state === 'frozen' && version?.number === number,
          );
          return view.version as FrozenVersion;
        },
      };
    },
    async close() {
      for (const client of clients) {
        client.destroy();
      }
      await app.stop();
      if (!options.database) {
        await database.close();
      }
    },
  };
}

/** Reads a version at somebody's place. */
export function read({ browser, id }: Place, versionId: string): Promise<Answer<VersionAnswer>> {
  return browser.get<VersionAnswer>(`/api/p/${id}/versions/${versionId}`);
}

/** Signs a version, agreeing with a press unless something else is said. */
export function sign(
  place: Place,
  version: { id: string; sha256: string },
  said: Record<string, unknown> = {},
): ReturnType<typeof post> {
  return post(place, `versions/${version.id}/signoff`, {
    sha256: version.sha256,
    decision: 'einverstanden',
    method: 'bestaetigt',
    ...said,
  });
}
