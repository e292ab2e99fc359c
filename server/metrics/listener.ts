import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from '../config.ts';
import { PATIENCE } from '../listen.ts';
import type { Log } from '../log/log.ts';
import type { MetricsPage } from './metrics.ts';

/** Opens the metrics' own port; 0 takes a free one. It knows `/metrics` and nothing else. */
export function listenForMetrics(
  page: MetricsPage,
  { host, port }: { host: string; port: number },
  log: Log,
): Promise<{ server: Server; port: number }> {
  const server = createServer(PATIENCE, (request, response) => {
    if (request.method !== 'GET' || !/^\/metrics(\?|$)/.test(request.url ?? '')) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
      return;
    }
    page.render().then(
      (text) =>
        response.writeHead(200, { 'content-type': page.contentType, 'cache-control': 'no-store' }).end(text),
      (error: unknown) => {
        log('metrics.failed', { error });
        response.writeHead(500).end();
      },
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(new StartError(`METRICS_PORT ${port} on ${host} cannot be listened on (${error.message}).`)),
    );
    server.listen(port, host, () => resolve({ server, port: (server.address() as AddressInfo).port }));
  });
}
