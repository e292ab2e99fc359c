import { expect, it } from 'vitest';
import { ClientOwners } from '#server/sync/room/client-owners.ts';

it('[OW18] the server writes for somebody under one id, and under another where the document was made anew', () => {
  const owners = new ClientOwners([{ clientId: 1, participationId: 'leon' }]);
  const written = new Set([1]);
  const ask = (): number => owners.clientFor('leon', (clientId) => written.has(clientId));
  const first = ask();
  expect(first).not.toBe(1);
  // Nothing came of it: nobody may have that id.
  expect(ask()).not.toBe(first);
  const kept = ask();
  owners.keep([{ clientId: kept, participationId: 'leon' }]);
  written.add(kept);
  expect(ask()).toBe(kept);
  written.clear();
  expect(ask()).not.toBe(kept);
});
