import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import type { LobbyView } from '#shared/api/view.ts';
import { createViewFeed, type ViewFeed } from '../../../client/session/view-feed.ts';
import { until } from './helpers.ts';

let wss: WebSocketServer;
let live: ViewFeed;
let serve: (socket: WebSocket, path: string) => void;

const LOBBY: LobbyView = {
  kind: 'lobby',
  step: 'waiting',
  me: {
    participationId: 'leon',
    person: null,
    role: 'junger_mensch',
    language: 'de',
    address: 'du',
    secondDevice: false,
  },
  meeting: {
    childName: 'Leon',
    when: { date: '2026-03-10', start: '16:00', end: '17:20' },
    facilitator: { name: 'Frau Seidel', phone: null },
  },
  waitingSince: null,
  isSealed: false,
};

beforeEach(async () => {
  wss = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => wss.once('listening', resolve));
  wss.on('connection', (socket, request) => serve(socket, request.url ?? ''));
});

afterEach(async () => {
  live.destroy();
  for (const socket of wss.clients) {
    socket.terminate();
  }
  await new Promise((resolve) => wss.close(resolve));
});

function follow(): ViewFeed {
  live = createViewFeed({
    participationId: 'leon',
    wsBase: `ws://127.0.0.1:${(wss.address() as AddressInfo).port}`,
  });
  return live;
}

it('[UI13] shows each view that the server sends, and passes over what is none', async () => {
  let path = '';
  serve = (socket, url) => {
    path = url;
    socket.send('not json');
    socket.send(JSON.stringify(LOBBY));
  };
  const { view, connection } = follow();
  expect(await until(view, (now) => now !== null)).toEqual(LOBBY);
  expect(connection.get()).toBe('open');
  expect(path).toBe('/live/leon');
});

it('[UI80] says that a view is of another shape, keeps the last one, and takes it back when one fits', async () => {
  let send = (_view: unknown): void => undefined;
  serve = (socket) => {
    send = (next) => socket.send(JSON.stringify(next));
    send(LOBBY);
  };
  const { view, connection, isOutdated } = follow();
  await until(view, (now) => now !== null);
  expect(isOutdated.get()).toBe(false);
  send({ ...LOBBY, step: 'a_step_of_tomorrow' });
  await until(isOutdated, (now) => now);
  expect(view.get()).toEqual(LOBBY);
  expect(connection.get()).toBe('open');
  send({ ...LOBBY, waitingSince: 'later' });
  await until(isOutdated, (now) => !now);
  expect(view.get()).toMatchObject({ waitingSince: 'later' });
});

it('[UI80] says it too where no view has fitted yet', async () => {
  serve = (socket) => socket.send('{"kind":"a_kind_of_tomorrow"}');
  const { view, isOutdated } = follow();
  await until(isOutdated, (now) => now);
  expect(view.get()).toBeNull();
});

it('[UI13] keeps the last view while the connection is lost and comes back by itself', async () => {
  let visits = 0;
  serve = (socket) => {
    visits++;
    socket.send(JSON.stringify({ ...LOBBY, waitingSince: `visit ${visits}` }));
    if (visits === 1) {
      setTimeout(() => socket.close(4500), 20);
    }
  };
  const { view, connection } = follow();
  await until(connection, (now) => now === 'lost');
  expect(view.get()).toMatchObject({ waitingSince: 'visit 1' });
  await until(view, (now) => now?.kind === 'lobby' && now.waitingSince === 'visit 2');
  expect(connection.get()).toBe('open');
});

it.each([
  4401, 4403, 4404,
])('[UI14] ends as "gone" after close code %i and does not knock again', async (code) => {
  let visits = 0;
  serve = (socket) => {
    visits++;
    socket.close(code);
  };
  const { view, connection } = follow();
  await until(view, (now) => now?.kind === 'gone');
  expect(connection.get()).toBe('ended');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(visits).toBe(1);
});
