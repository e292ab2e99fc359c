import { readFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:https';
import { connect } from 'node:net';

/**
 * A reverse proxy with https, as an office has one before Planrunde. Its key is for tests only and
 * protects nothing. It passes requests and websocket upgrades on unchanged, and tells `onRequest` what
 * it saw, as the proxy's own log would.
 */
export function startTlsProxy(
  targetPort: number,
  onRequest: (incoming: IncomingMessage) => void = () => {},
): Promise<{ port: number; close(): Promise<void> }> {
  const file = (name: string): Buffer => readFileSync(new URL(`./tls/${name}`, import.meta.url));
  const server = createServer({ key: file('key.pem'), cert: file('cert.pem') }, (incoming, answer) => {
    onRequest(incoming);
    const passed = request(
      {
        host: '127.0.0.1',
        port: targetPort,
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
      },
      (back) => {
        answer.writeHead(back.statusCode ?? 502, back.headers);
        back.pipe(answer);
      },
    );
    passed.on('error', () => answer.writeHead(502).end());
    incoming.pipe(passed);
  });
  server.on('upgrade', (incoming, socket, head) => {
    onRequest(incoming);
    const upstream = connect(targetPort, '127.0.0.1', () => {
      const headers = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${String(value)}`);
      upstream.write(`GET ${incoming.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : 0,
        close: () =>
          new Promise((done) => {
            server.closeAllConnections();
            server.close(() => done());
          }),
      });
    });
  });
}
