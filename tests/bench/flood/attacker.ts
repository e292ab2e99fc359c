import { Agent, type IncomingMessage, request } from 'node:http';
import { WebSocket } from 'ws';
import { pause } from '../generator/waiting.ts';
import { answerParent } from '../servers/answer.ts';
import { framesOf } from './frames.ts';
import type { MessageTarget, RequestTarget, Target, UpgradeTarget } from './targets.ts';

/** A process of its own that asks for one thing as often as it can: it must not hold up who measures. */

/** What one attack is. */
export interface Attack {
  url: string;
  cookie: string;
  target: Target;
  forMs: number;
}

/** How often each answer came: a status, a close code, or how it broke. */
export type Answers = Record<string, number>;

const AT_ONCE = 16;
const SOCKETS = 4;
/** So much may wait on the way before more is sent. */
const BUFFERED_BYTES = 262_144;
const LATE_MS = 10_000;

async function attack(order: Attack): Promise<Answers> {
  const answers: Answers = {};
  const until = performance.now() + order.forMs;
  const count = (answer: string | number): void => {
    answers[answer] = (answers[answer] ?? 0) + 1;
  };
  const again = async (once: (worker: number) => Promise<string | number>, worker: number): Promise<void> => {
    while (performance.now() < until) {
      count(await once(worker));
    }
  };
  const { target } = order;
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const once = {
    request: (worker: number) => ask(order, target as RequestTarget, agent, worker % 2 === 1),
    upgrade: () => upgrade(order, target as UpgradeTarget),
    message: () => talk(order, target as MessageTarget, until, count),
    nothing: () => pause(order.forMs).then(() => 'nothing'),
  }[target.kind];
  const workers = target.kind === 'message' ? SOCKETS : AT_ONCE;
  await Promise.all(Array.from({ length: workers }, (_, worker) => again(once, worker)));
  agent.destroy();
  return answers;
}

/** One request. Every other worker hangs up as soon as the answer begins. */
function ask(
  { url, cookie }: Attack,
  { method, path, body }: RequestTarget,
  agent: Agent,
  hangsUp: boolean,
): Promise<string | number> {
  return new Promise((resolve) => {
    const headers = { cookie, origin: url, ...(body === null ? {} : { 'content-type': 'application/json' }) };
    const asked = request(url + path, { method, headers, agent, timeout: LATE_MS });
    asked.on('response', (answer: IncomingMessage) => {
      if (hangsUp) {
        asked.destroy();
        resolve(answer.statusCode ?? 0);
      }
      answer.on('data', () => {});
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', () => resolve('broken'));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'broken'));
    asked.end(body ?? undefined);
  });
}

/** One socket, gone as soon as it is open. */
async function upgrade(order: Attack, { path }: UpgradeTarget): Promise<string | number> {
  const { socket, end } = open(order, path);
  socket.once('message', () => socket.terminate());
  return end;
}

/** One socket on which a message is repeated until it is closed. */
async function talk(
  order: Attack,
  { path, message }: MessageTarget,
  until: number,
  count: (what: string) => void,
): Promise<string | number> {
  const { socket, end } = open(order, path);
  const next = framesOf(message);
  const send = (): void => {
    if (performance.now() > until) {
      socket.terminate();
    }
    if (socket.readyState !== WebSocket.OPEN) {
      return;
    }
    for (let sent = 0; sent < 100 && socket.bufferedAmount < BUFFERED_BYTES; sent++) {
      socket.send(next());
      count('sent');
    }
    setTimeout(send, 1);
  };
  socket.once('open', send);
  return end;
}

function open({ url, cookie }: Attack, path: string): { socket: WebSocket; end: Promise<string | number> } {
  const socket = new WebSocket(url.replace('http', 'ws') + path, {
    headers: { cookie, origin: url },
    handshakeTimeout: LATE_MS,
  });
  const end = new Promise<string | number>((resolve) => {
    socket.once('close', (code) => resolve(`closed ${code}`));
    socket.once('error', () => resolve('refused'));
  });
  return { socket, end };
}

answerParent({ attack });
