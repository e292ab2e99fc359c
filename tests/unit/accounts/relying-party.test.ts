import { expect, it } from 'vitest';
import { relyingPartyOf } from '#server/accounts/passkeys/relying-party.ts';

it.each([
  ['https://plan.example.org', [], { id: 'plan.example.org', origin: 'https://plan.example.org' }],
  ['http://127.0.0.1:3000', ['http://localhost:3000'], { id: 'localhost', origin: 'http://localhost:3000' }],
  ['http://192.168.1.7:3000', ['http://192.168.1.7:3000'], null],
  ['http://[::1]:3000', [], null],
  ['https://10.0.0.1', [], null],
  // Without https no browser has passkeys, whatever the name.
  ['http://plan.example.org', [], null],
] as const)('[AK14] %s with %j: passkeys are for %j', (baseUrl, origins, party) => {
  expect(relyingPartyOf(baseUrl, new Set(origins))).toEqual(party);
});
