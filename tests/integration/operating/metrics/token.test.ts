import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amount, parseMetrics } from '../../../helpers/metrics-text.ts';
import { openWholeServer, type WholeServer } from '../../../helpers/whole-server.ts';
import { answerOf, LONG } from './scrape.ts';

const TOKEN = 'Kq7-metrics-for-tests_only';

/** How a request with an exact header ends: what `fetch` would not send. */
function statusOf(url: string, authorization: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/metrics`, { headers: { authorization } as never }, (answer) => {
      answer.resume();
      resolve(`${answer.statusCode} ${answer.headers['content-type']}`);
    });
    asked.once('error', reject);
    asked.end();
  });
}

describe('metrics behind a token on the public port', () => {
  let server: WholeServer;

  beforeAll(async () => {
    server = await openWholeServer({ env: { METRICS_TOKEN: TOKEN } });
  }, LONG);

  afterAll(() => server?.stop(), LONG);

  it('[OP16] answers to the token', async () => {
    const answer = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(amount(parseMetrics(await answer.text()), 'planrunde_database_up')).toBe(1);
    expect(server.running.metricsUrl).toBeNull();
  });

  it('[OP19] is an unknown path to everybody else', async () => {
    const unknown = await answerOf(server.url, '/no-such-path');
    const wrong = [
      {},
      { authorization: 'Bearer ' },
      { authorization: `Bearer ${TOKEN.slice(0, -1)}` },
      { authorization: `Bearer ${TOKEN}x` },
      { authorization: `Basic ${TOKEN}` },
      { authorization: TOKEN },
      { cookie: `token=${TOKEN}` },
    ];
    for (const headers of wrong) {
      expect(await answerOf(server.url, '/metrics', { headers })).toEqual(unknown);
    }
    expect(await answerOf(server.url, `/metrics?token=${TOKEN}`)).toEqual(unknown);
    const headers = { authorization: `Bearer ${TOKEN}` };
    const post = { method: 'POST', headers };
    expect(await answerOf(server.url, '/metrics', post)).toEqual(
      await answerOf(server.url, '/no-such-path', post),
    );
    expect(await statusOf(server.url, ['Bearer wrong', `Bearer ${TOKEN}`])).not.toContain(
      'text/plain; version',
    );
  });
});

describe('without a setting', () => {
  it(
    '[OP16] there are no metrics anywhere',
    async () => {
      const server = await openWholeServer();
      try {
        expect(server.running.metricsUrl).toBeNull();
        expect(server.running.config.metrics).toBeNull();
        const headers = { authorization: 'Bearer ' };
        for (const init of [{}, { headers }]) {
          expect(await answerOf(server.url, '/metrics', init)).toEqual(
            await answerOf(server.url, '/no-such-path', init),
          );
        }
      } finally {
        await server.stop();
      }
    },
    LONG,
  );
});
