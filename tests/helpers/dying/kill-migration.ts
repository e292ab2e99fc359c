/**
 * Migrates a database and is killed in the middle: `kill-migration.ts <postgres url | folder> <number> <n>`
 * runs the migrations before `number`, then the first n statements of that one inside its transaction,
 * and ends without a farewell.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from '#server/db/database.ts';
import { openEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import type { Sql, Tx } from '#server/db/sql.ts';

const [where = '', number = '', count = '1'] = process.argv.slice(2);
const folder = new URL('../../../server/db/migrations/', import.meta.url);
const name = readdirSync(folder).find((file) => file.startsWith(number));
const deadly = readFileSync(new URL(name ?? '', folder), 'utf8');
const sql = where.startsWith('postgres') ? connect(where, 1) : (await openEmbedded(where)).sql;

function dying(tx: Tx): Tx {
  return new Proxy(tx, {
    get(target, key) {
      if (key !== 'unsafe') {
        return Reflect.get(target, key);
      }
      return async (text: string) => {
        if (text !== deadly) {
          return target.unsafe(text);
        }
        const statements = text.split(/;\n/).slice(0, Number(count));
        await target.unsafe(`${statements.join(';\n')};`);
        process.kill(process.pid, 'SIGKILL');
        return new Promise(() => undefined);
      };
    },
  });
}

const mortal: Sql = new Proxy(sql, {
  get(target, key) {
    return key === 'begin'
      ? (run: (tx: Tx) => Promise<unknown>) => target.begin((tx) => run(dying(tx)))
      : Reflect.get(target, key);
  },
});
await migrate(mortal);
