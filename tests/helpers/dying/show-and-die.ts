/**
 * Shows a card of an own document in a process of its own that is killed at the n-th query from then on:
 * `show-and-die.ts <postgres url> <own document> <plan> <card> <n>
 * <participation>`. Ends with 0 where it came to the end.
 */
import { createPgFacts, createPgStore } from '#server/sync/log/pg-store.ts';
import { createSyncHub } from '#server/sync/room/hub.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { showCards } from '#shared/documents/own/move.ts';
import { planKind } from '#shared/documents/plan/kind.ts';
import { openDyingPool } from './dying-pool.ts';

const [url = '', ownId = '', planId = '', cardId = '', nth = '0', by = ''] = process.argv.slice(2);
const { sql, dieAt } = openDyingPool(url);
const hub = createSyncHub({ store: createPgStore(sql), kinds: DOCUMENT_KINDS, facts: createPgFacts(sql) });
await hub.editTogether({
  by,
  documentIds: [ownId, planId],
  change: ([own, plan]) => {
    dieAt(Number(nth));
    if (own && plan) {
      showCards({
        own,
        plan,
        recordIds: [cardId],
        personId: 'somebody',
        writable: new Set(planKind.writable('junger_mensch', 'open')),
        section: 'sicht_kind',
        now: new Date(),
      });
    }
  },
  needRoom: [planId],
  also: async (tx) => {
    await tx`insert into organisation (id, name, kind) values (${cardId}, 'noted', 'test')`;
  },
});
process.exit(0);
