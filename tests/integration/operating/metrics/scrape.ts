import { expect } from 'vitest';
import { type Family, parseMetrics } from '../../../helpers/metrics-text.ts';
import type { WholeServer } from '../../../helpers/whole-server.ts';

/** How long what follows from something may take. */
export const SOON = { timeout: 20_000, interval: 100 };
/** A whole server starts or ends on a busy machine. */
export const LONG = 90_000;

/** What Prometheus would read, by family. */
export async function scrape(server: WholeServer): Promise<Map<string, Family>> {
  const answer = await fetch(server.running.metricsUrl ?? '', { signal: AbortSignal.timeout(10_000) });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  return parseMetrics(await answer.text());
}

/** Status, headers and body without what differs from answer to answer. */
export async function answerOf(url: string, path: string, init: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(url + path, init);
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '';
  const plain = (text: string): string => (nonce ? text.replaceAll(nonce, '') : text);
  const headers = [...answer.headers].filter(([name]) => name !== 'date');
  return {
    status: answer.status,
    headers: headers.map(([name, value]) => [name, plain(value)]),
    body: plain(await answer.text()),
  };
}
