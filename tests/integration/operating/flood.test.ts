import { beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '#shared/api/routes.ts';
import { MESSAGE } from '#shared/wire/messages.ts';
import { AIMS, type Floods, flood } from '../../bench/flood/flood.ts';
import { LONG_RUN } from '../../helpers/database.ts';

/** What the benchmark aims at holds on a quiet machine; a test run shares it. */
const GENEROUS = 10;
const LONG = 600_000;
/** Everything is asked for in both; the long run goes on with each for as long as the benchmark. */
const ORDER = LONG_RUN
  ? { forMs: 3_000, restMs: 1_000, versionChars: 7_900_000 }
  : { forMs: 60, restMs: 5, versionChars: 1_000_000 };

describe('one person who asks for everything as often as they can', () => {
  let floods: Floods;
  beforeAll(async () => {
    floods = await flood(ORDER, () => undefined);
  }, LONG);

  it('[OP22] is tried with every route and every message that there is', () => {
    const { rows } = floods;
    const flooded = new Set(rows.map(({ name }) => name));
    const routes = ROUTES.map(({ method, path }) => `${method} ${path}`);
    const sockets = ['GET /live/:participationId', 'GET /sync/:participationId/:documentId'];
    const messages = Object.keys(MESSAGE).map((name) => `message ${name}`);
    expect([...routes, ...sockets, ...messages].filter((name) => !flooded.has(name))).toEqual([]);
    const silent = rows.filter(({ answers }) => Object.values(answers).every((count) => count === 0));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('[OP22] does not hold up those who write at another meeting, nor /health', () => {
    const slow = floods.rows.filter(
      ({ ackP99, healthMax }) => ackP99 > AIMS.ackP99 * GENEROUS || healthMax > AIMS.healthMax * GENEROUS,
    );
    expect(slow).toEqual([]);
  });

  it('[OP22] breaks nothing, and leaves no memory behind', () => {
    expect(floods.rows.filter(({ answers }) => '500' in answers)).toEqual([]);
    const { before, after } = floods.heldMb;
    expect(after - before).toBeLessThan(50);
  });
});
