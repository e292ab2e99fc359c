import { spawn } from 'node:child_process';
import { type AddressInfo, connect as connectSocket, createServer, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createServerDatabase,
  DATABASE_KINDS,
  openTestDatabase,
  type TestDatabase,
} from '../../helpers/database.ts';

const ASKING = fileURLToPath(new URL('../../helpers/ask-patiently.ts', import.meta.url));
/** The last bytes of an answer: ready for the next question. */
const READY = 'Z'.charCodeAt(0);

/** A line on which the first connections are cut as soon as they are made and something is asked. */
function cutting(target: { host: string; port: number }, cuts: number): Promise<Server> {
  let left = cuts;
  const server = createServer((client) => {
    const upstream = connectSocket(target.port, target.host);
    let isReady = false;
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
    client.on('data', (bytes) => {
      if (isReady && left > 0) {
        left--;
        client.resetAndDestroy();
        upstream.destroy();
      } else {
        upstream.write(bytes);
      }
    });
    upstream.on('data', (bytes) => {
      isReady ||= bytes.at(-6) === READY;
      client.write(bytes);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function run(url: string): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [ASKING, url], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out: out.trim(), err })));
}

it('[DU14] a line that is cut in the moment in which it is made ends the statement, not the process', async () => {
  const { url, drop } = await createServerDatabase();
  const at = new URL(url);
  const line = await cutting({ host: at.hostname, port: Number(at.port || 5432) }, 3);
  at.hostname = '127.0.0.1';
  at.port = String((line.address() as AddressInfo).port);
  try {
    const { code, out, err } = await run(at.href);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^answered ab after [1-9]/);
  } finally {
    await new Promise((resolve) => line.close(resolve));
    await drop();
  }
}, 60_000);

describe.each(DATABASE_KINDS)('lists of texts (%s)', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  it('[OP1] come back from the database as they went there, whatever the texts', async () => {
    const text = fc.oneof(
      fc.constantFrom('', 'NULL', 'null', '{', '}', ',', '"', '\\', 'a,b', ' a ', "'", '\n', '{"a"}', 'ä😀'),
      fc.string().map((made) => made.replaceAll('\0', '').toWellFormed()),
    );
    const lists = fc.array(fc.oneof(text, fc.constant(null)), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lists, async (list) => {
        const [row] = await database.sql<{ list: (string | null)[]; of: number; has: boolean }[]>`
          select ${list}::text[] as list, cardinality(${list}::text[]) as of,
            ${list[0] ?? ''} = any(${list}::text[]) as has`;
        expect(row?.list).toEqual(list);
        expect(row?.of).toBe(list.length);
        expect(row?.has === true).toBe(typeof list[0] === 'string' || list.includes(''));
      }),
      { numRuns: 100 },
    );
  });
});
