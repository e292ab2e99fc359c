import { expect } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import type { NackName } from '#shared/wire/messages.ts';
import { type RawStruct, rawUpdate } from '../../../helpers/evil-updates.ts';
import { BEN, codeOf, context, table } from './table.ts';

/** Updates that no honest client sends, and what becomes of them. */

/** What is sent, the reason why it is refused, and how it is made for a server's document. */
export type Refused = [what: string, code: NackName | 'gap', make: (server: Y.Doc) => Uint8Array];

/** Structs of one client from one clock on. */
export const one = (client: number, clock: number, ...structs: RawStruct[]): Uint8Array =>
  rawUpdate([{ client, clock, structs }]);
/** The first that Ben sends. */
export const ben = (...structs: RawStruct[]): Uint8Array => one(BEN, 0, ...structs);

/** It is refused for this reason, and the document stays byte for byte what it was. */
export function expectRefused(code: Refused[1], make: Refused[2]): void {
  const { server } = table();
  const before = Y.encodeStateAsUpdate(server);
  expect(codeOf(judge(make(server), context(server)))).toBe(code);
  expect(Y.encodeStateAsUpdate(server)).toEqual(before);
}
