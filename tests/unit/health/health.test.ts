import { describe, expect, it } from 'vitest';
import type { Sql } from '#server/db/sql.ts';
import { causeOf } from '#server/health/causes.ts';
import { watchCommits } from '#server/health/commits.ts';
import { createHealth, STALL_MS } from '#server/health/health.ts';
import { createProbe, type DatabaseState } from '#server/health/probe.ts';
import type { AppendResult, LogStore } from '#server/sync/log/store.ts';

const ENTRY = { documentId: 'p', epoch: 1, update: new Uint8Array([0, 0]), claims: [] };

/** A log whose next append ends as the test says. */
function scriptedLog() {
  let next: () => Promise<AppendResult[]> = async () => [{ kind: 'committed', seq: 1 }];
  let claimed: () => Promise<null> = async () => null;
  const unused = (): never => {
    throw new Error('not used here');
  };
  const log: LogStore = {
    claim: () => claimed(),
    read: unused,
    transact: unused,
    appendTogether: unused,
    compact: unused,
    append: () => next(),
  };
  const failing = async (code?: string): Promise<never> => {
    throw Object.assign(new Error('no'), code ? { code } : {});
  };
  return {
    log,
    fail: (code?: string) => {
      next = () => failing(code);
    },
    failClaims: (code: string) => {
      claimed = () => failing(code);
    },
    give: (result: AppendResult) => {
      next = async () => [result];
    },
  };
}

async function healthWith(state: DatabaseState, code: string | null): Promise<string[]> {
  const { log, fail } = scriptedLog();
  const commits = watchCommits(log);
  if (code) {
    fail(code);
    await commits.store.append([ENTRY]).catch(() => {});
  }
  const health = createHealth({ probe: { look: async () => state }, commits });
  return (await health.problems()).map((problem) => problem.code);
}

describe('why the database fails', () => {
  it.each([
    ['53100', 'disk_full'],
    ['53300', 'out_of_connections'],
    ['25006', 'read_only'],
    ['08006', 'unreachable'],
    ['57P01', 'unreachable'],
    ['ECONNREFUSED', 'unreachable'],
    ['CONNECT_TIMEOUT', 'unreachable'],
    ['CONNECTION_CLOSED', 'unreachable'],
    ['57014', 'other'],
    ['42P01', 'other'],
    ['23505', null],
    ['22021', null],
    ['40001', null],
  ])('[OP13] [OP15] %s is %s', (code, cause) => {
    expect(causeOf(Object.assign(new Error(), { code }))).toBe(cause);
  });

  it('[OP13] an error without a code is a failure without a name', () => {
    expect(causeOf(new Error('what?'))).toBe('other');
  });
});

describe('the watch over commits', () => {
  it('[OP15] keeps the first failure until a commit succeeds', async () => {
    let now = 1_000;
    const { log, fail, give } = scriptedLog();
    const commits = watchCommits(log, () => now);
    expect(commits.trouble()).toBeNull();
    fail('53100');
    await expect(commits.store.append([ENTRY])).rejects.toThrow('no');
    now = 5_000;
    fail('57014');
    await expect(commits.store.append([ENTRY])).rejects.toThrow('no');
    expect(commits.trouble()).toEqual({ cause: 'other', since: 1_000 });
    give({ kind: 'stale' });
    await commits.store.append([ENTRY]);
    expect(commits.trouble()).not.toBeNull();
    give({ kind: 'committed', seq: 2 });
    await commits.store.append([ENTRY]);
    expect(commits.trouble()).toBeNull();
  });

  it('[OP15] forgets a failure that nobody has tried again for a minute', async () => {
    let now = 0;
    const { log, fail } = scriptedLog();
    const commits = watchCommits(log, () => now);
    fail('53100');
    await commits.store.append([ENTRY]).catch(() => {});
    now = 60_000;
    expect(commits.trouble()).toEqual({ cause: 'disk_full', since: 0 });
    now = 60_001;
    expect(commits.trouble()).toBeNull();
  });

  it('[OP15] passes over what concerns the data of one plan, and counts loading as a try', async () => {
    const { log, fail, failClaims } = scriptedLog();
    const commits = watchCommits(log);
    fail('23505');
    await commits.store.append([ENTRY]).catch(() => {});
    expect(commits.trouble()).toBeNull();
    failClaims('25006');
    await commits.store.claim('p').catch(() => {});
    expect(commits.trouble()).toMatchObject({ cause: 'read_only' });
  });
});

describe('what is told', () => {
  const up: DatabaseState = { up: true, readOnly: false };
  it('[OP15] a commit that found no connection is over when the database answers; a full disk is not', async () => {
    expect(await healthWith(up, '08006')).toEqual([]);
    expect(await healthWith(up, '53300')).toEqual([]);
    expect(await healthWith(up, '53100')).toEqual(['disk_full', 'commits_failing']);
    expect(await healthWith(up, '25006')).toEqual(['database_read_only', 'commits_failing']);
    expect(await healthWith({ up: false, cause: 'unreachable' }, '08006')).toEqual([
      'database_unreachable',
      'commits_failing',
    ]);
    expect(await healthWith({ up: false, cause: 'out_of_connections' }, null)).toEqual([
      'database_out_of_connections',
    ]);
  });

  it('[OP13] a loop that stood still is told from two seconds on', async () => {
    const told = async (longest: number): Promise<string[]> => {
      const delay = { p50: 0, p99: 0, max: longest };
      const loop = { lastMinute: () => delay, longestLately: () => longest, close: () => {} };
      const health = createHealth({ probe: { look: async () => up }, loop });
      return (await health.problems()).map(({ message }) => message);
    };
    expect(await told(STALL_MS - 1)).toEqual([]);
    expect(await told(3_456)).toEqual([expect.stringContaining('stood still for 3.5 s')]);
  });
});

describe('the question to the database', () => {
  it('[OP14] is asked again when the first got no answer for ten seconds', async () => {
    let asked = 0;
    let now = 0;
    // A tagged template that never comes back: a dead line.
    const dead = (() => {
      asked++;
      return new Promise(() => {});
    }) as unknown as Sql;
    const probe = createProbe(dead, () => now);
    const first = probe.look();
    now = 9_000;
    expect(await probe.look()).toEqual({ up: false, cause: 'unreachable' });
    expect(asked).toBe(1);
    now = 10_001;
    await Promise.all([first, probe.look()]);
    expect(asked).toBe(2);
  });
});
