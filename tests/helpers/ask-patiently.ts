import { connect } from '#server/db/database.ts';

/**
 * A process that asks the database again until it answers. What nobody catches ends it, as it ends a server.
 * Says "answered" and how often it was refused before.
 */
const [, , url = ''] = process.argv;
const sql = connect(url, 1);
let refused = 0;
for (;;) {
  try {
    const [row] = await sql<{ texts: string[] }[]>`select ${['a', 'b']}::text[] as texts`;
    process.stdout.write(`answered ${row?.texts.join('')} after ${refused}\n`);
    break;
  } catch {
    refused++;
  }
}
// Pools that were given up would keep it for their time.
process.exit(0);
