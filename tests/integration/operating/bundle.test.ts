import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildClient, CLIENT_FOLDER, clientIsBuilt } from '#server/http/client-build.ts';

/** Words that a library carries once, however it is packed: an error message, the mark it leaves. */
const MARKS = [
  // Yjs itself warns at run time when it finds this mark set by another copy.
  ['yjs', '__ $YJS$ __'],
  ['lib0', 'Integer out of Range'],
  ['y-protocols', 'Unknown message type'],
  ['prosemirror-model', 'Schema is missing its top node type'],
  ['prosemirror-state', 'Applying a mismatched transaction'],
] as const;

describe('the built client', () => {
  let chunks: string[] = [];

  beforeAll(async () => {
    if (!clientIsBuilt()) {
      await buildClient();
    }
    const folder = join(CLIENT_FOLDER, 'assets');
    chunks = readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
  }, 120_000);

  it.each(MARKS)('[OP9] holds exactly one copy of %s', (_library, mark) => {
    const copies = chunks.reduce((sum, chunk) => sum + chunk.split(mark).length - 1, 0);
    expect(copies).toBe(1);
  });

  it('[OP9] is built for production, whatever the shell says', () => {
    expect(chunks.length).toBeGreaterThan(5);
    expect(chunks.filter((chunk) => chunk.includes('jsxDEV'))).toEqual([]);
  });
});
