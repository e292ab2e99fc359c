/**
 * Sits down at a plan meeting from a program: takes a personal link, waits in the lobby like
 * everybody else, and co-edits with the stock y-websocket provider.
 *
 *     node docs/examples/join.ts "http://127.0.0.1:3000/j#…" "A sentence for the shared Leitziel."
 */
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const [link = '', sentence = ''] = process.argv.slice(2);
const { origin, hash } = new URL(link);

/** Every request says where it comes from and carries the cookie of this one participation. */
const headers: Record<string, string> = { origin, 'content-type': 'application/json' };

async function post(path: string, body: unknown = {}): Promise<Response> {
  const answer = await fetch(`${origin}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) {
    throw new Error(((await answer.json()) as { message: string }).message);
  }
  return answer;
}

const exchanged = await post('/links/exchange', { token: hash.slice(1) });
const [cookie = ''] = exchanged.headers.getSetCookie();
headers['cookie'] = cookie.split(';')[0] ?? '';
const { participationId } = (await exchanged.json()) as { participationId: string };
await post(`/p/${participationId}/confirm`);

/** The live socket tells when the facilitator has let us in. */
const wire = origin.replace(/^http/, 'ws');
const documentId = await new Promise<string>((resolve) => {
  const live = new WebSocket(`${wire}/live/${participationId}`, { headers });
  live.on('message', (data) => {
    const view = JSON.parse(String(data)) as { kind: string; documents: { plan: string } };
    if (view.kind === 'table') {
      live.close();
      resolve(view.documents.plan);
    }
  });
});

/** A stock provider; only the cookie and the origin have to travel with the upgrade. */
class CookieSocket extends WebSocket {
  constructor(address: string) {
    super(address, { headers });
  }
}
const doc = new Y.Doc();
const provider = new WebsocketProvider(`${wire}/sync/${participationId}`, documentId, doc, {
  WebSocketPolyfill: CookieSocket as unknown as typeof globalThis.WebSocket,
  disableBc: true,
});
provider.once('sync', () => {
  const leitziel = doc.getMap<Y.Map<Y.Text>>('meta').get('leitziel')?.get('text');
  leitziel?.insert(leitziel.length, ` ${sentence}`);
  console.log(leitziel?.toString());
});
