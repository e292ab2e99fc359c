import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { freePort } from '../../../helpers/server-process.ts';
import { endAll, expectRefused, LONG, newFolder } from './runs.ts';

const SECRET = 'a secret for tests only, long enough to pass';

afterAll(endAll);

describe('a start that cannot be', () => {
  it(
    '[OP4] [OP5] ends with one sentence that says the mend',
    async () => {
      const closed = await freePort();
      const env = { PORT: '0', DATA_DIR: newFolder() };
      const url = `postgres://nobody@127.0.0.1:${closed}/none`;
      await Promise.all([
        expectRefused({ ...env, DATABASE_URL: url }, /SECRET is needed.*openssl rand/),
        expectRefused({ ...env, DATABASE_URL: url, SECRET: 'short' }, /SECRET must have at least 32/),
        expectRefused({ ...env, DATABASE_URL: 'mysql://127.0.0.1/x', SECRET }, /must start with postgres:/),
        expectRefused({ ...env, PORT: 'http' }, /PORT must be a number/),
        expectRefused({ ...env, BASE_URL: 'plan.test' }, /BASE_URL must be an address/),
        expectRefused(
          { ...env, BASE_URL: 'https://plan.test/hilfeplan/' },
          /BASE_URL must be .* without a path/,
        ),
        expectRefused(
          { ...env, LOG_LEVEL: 'laut' },
          /LOG_LEVEL must be one of fatal, error, warn, info, debug, trace/,
        ),
        expectRefused({ ...env, METRICS_TOKEN: 'short' }, /METRICS_TOKEN must have at least 16/),
      ]);
      await expectRefused(
        { ...env, DATABASE_URL: url, SECRET },
        /database of DATABASE_URL cannot be reached \(ECONNREFUSED\)/,
      );
      expect(readdirSync(env.DATA_DIR)).toEqual([]);
    },
    LONG,
  );
});
