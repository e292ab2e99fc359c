/**
 * Loads a document in a process of its own that is killed at its n-th query:
 * `load-and-die.ts <postgres url> <document> <n>`. Ends with 0 where it came to the end.
 */
import { createPgFacts, createPgStore } from '#server/sync/log/pg-store.ts';
import { createSyncHub } from '#server/sync/room/hub.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { openDyingPool } from './dying-pool.ts';

const [url = '', documentId = '', nth = '0'] = process.argv.slice(2);
const { sql, dieAt } = openDyingPool(url);
dieAt(Number(nth));
const hub = createSyncHub({ store: createPgStore(sql), kinds: DOCUMENT_KINDS, facts: createPgFacts(sql) });
await hub.forgetWithdrawn(documentId);
process.exit(0);
