import { upgradeWebSocket, type WebSocketServerLike } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { WSContext, WSEvents } from 'hono/ws';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { leads } from '#shared/access/parts.ts';
import { CLOSE, type CloseName } from '#shared/wire/close.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import { type Actor, findActor, findActorByDevice } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import { readDeviceCookie } from '../access/cookies.ts';
import { DomainError } from '../access/domain-error.ts';
import { createPlaces, type TakePlace } from '../access/places.ts';
import { findSubject, participationOf } from '../access/subjects.ts';
import type { FieldsOf, Log } from '../log/log.ts';
import { loadSyncParticipant } from '../participants/sync-participant.ts';
import type { Line } from '../sync/wire/send-buffer.ts';
import { forAction } from './allow.ts';
import type { AppEnv } from './env.ts';
import { knownOriginOnly } from './guards.ts';
import type { Services } from './services.ts';

/**
 * Sockets of one device, live and sync together: some tabs, not a flood. Counted by device, so that
 * somebody in the lobby who got hold of a link cannot take the place of the person at the table.
 */
const MOST_SOCKETS = 12;
const MOST_SOCKETS_LEADING = 24;
const MOST_SOCKETS_IN_LOBBY = 4;

/** Whoever does not answer a close frame is cut off after this time. */
const CLOSE_TIMEOUT_MS = 5_000;

/** Pings and pongs of one socket in a minute. */
const MOST_PINGS = 120;

/** The connection under each websocket, which the library does not tell afterwards. */
const LINES = new WeakMap<WebSocket, Line>();

/** The websocket server that `serve` needs: no compression, messages no larger than the wire allows. */
export function createSocketServer(): WebSocketServerLike {
  // `closeTimeout` is newer than the library's types.
  const options: ServerOptions & { closeTimeout: number; autoPong: false } = {
    noServer: true,
    maxPayload: LIMITS.messageBytes,
    perMessageDeflate: false,
    clientTracking: false,
    closeTimeout: CLOSE_TIMEOUT_MS,
    autoPong: false,
  };
  const server = new WebSocketServer(options);
  server.on('connection', (socket, request) => {
    LINES.set(socket, request.socket);
    answerPings(socket);
  });
  // The adapter's type wants `noServer` never undefined; it is set two lines above.
  return server as WebSocketServerLike;
}

/**
 * Answers pings, in bounds: no browser sends any, and neither they nor their answers count as messages,
 * so they would cost time and memory without an end.
 */
function answerPings(socket: WebSocket): void {
  let count = 0;
  let since = performance.now();
  const isTooMuch = (): boolean => {
    if (performance.now() - since > 60_000) {
      since = performance.now();
      count = 0;
    }
    return ++count > MOST_PINGS;
  };
  socket.on('ping', (data) => {
    if (isTooMuch()) {
      socket.terminate();
    } else {
      socket.pong(data);
    }
  });
  socket.on('pong', () => {
    if (isTooMuch()) {
      socket.terminate();
    }
  });
}

type Opened = { actor: Actor; documentId?: string; open(socket: WebSocket): void } | { refused: CloseName };

/**
 * `/live/:participationId` and `/sync/:participationId/:documentId`. A foreign Origin gets 403 before
 * anything else; everybody else is upgraded, and whoever may not be here is closed with a code that
 * the client understands: a stock provider would retry an HTTP error for ever.
 */
export function socketRoutes(services: Services): Hono<AppEnv> {
  const open = createCounter(services.ctx.log);
  const routes = new Hono<AppEnv>();
  for (const path of ['/live/*', '/sync/*']) {
    routes.use(path, knownOriginOnly(services.origins));
  }
  routes.get(
    '/live/:participationId',
    forAction(
      'seeView',
      upgradeWebSocket((c: Context<AppEnv>) => open(c.get('requestId'), () => openLive(services, c))),
    ),
  );
  routes.get(
    '/sync/:participationId/:documentId',
    forAction(
      'openPlan',
      upgradeWebSocket((c: Context<AppEnv>) => open(c.get('requestId'), () => openSync(services, c))),
    ),
  );
  routes.on(
    'GET',
    ['/live/*', '/sync/*'],
    forAction('askUnknown', (c: Context<AppEnv>) => c.body(null, 404)),
  );
  return routes;
}

/** What the path names. No id holds a zero byte, and no database takes one. */
function idIn(c: Context, name: 'participationId' | 'documentId'): string {
  const id = c.req.param(name) ?? '';
  return id.includes('\0') ? '' : id;
}

async function openLive(services: Services, c: Context): Promise<Opened> {
  const actor = await actorOf(services, c);
  if (!actor) {
    return { refused: refusalOf(services, c) };
  }
  authorize(actor, 'seeView', participationOf(actor));
  return { actor, open: (socket) => services.live.connect(socket, actor) };
}

async function openSync(services: Services, c: Context): Promise<Opened> {
  const actor = await actorOf(services, c);
  if (!actor) {
    return { refused: refusalOf(services, c) };
  }
  const documentId = idIn(c, 'documentId');
  if (documentId === actor.meetingId) {
    // A page of the version before, when a plan went by its meeting's id: it keeps its words and loads anew.
    authorize(actor, 'openPlan', { kind: 'document', id: documentId, meetingId: documentId, owner: null });
    return { refused: 'outdated' };
  }
  // A document of another meeting, somebody else's own, one that is not there: nothing tells them apart.
  authorize(actor, 'openPlan', await findSubject(services.ctx.sql, 'document', documentId));
  const who = await loadSyncParticipant(services.ctx.sql, actor);
  const { hub, sql, log } = services.ctx;
  const { participationId, deviceId } = actor;
  return {
    actor,
    documentId,
    open(socket) {
      hub.connect(socket, documentId, who, LINES.get(socket));
      // A right that was withdrawn while the socket was being opened was withdrawn from nobody.
      findActorByDevice(sql, actor.deviceId).then(
        (still) => {
          if (still?.admissionState !== 'admitted') {
            hub.revoke({ deviceId: actor.deviceId }, 'forbidden');
          }
        },
        (error: unknown) => log('right.not_read', { participationId, deviceId, documentId, error }),
      );
    },
  };
}

/**
 * A device from another life of the database may be unknown here: it is told so, because its page may hold the
 * last of what was written since.
 */
function refusalOf({ generation }: Services, c: Context): CloseName {
  const seen = c.req.query('generation');
  return seen === undefined || seen === String(generation) ? 'unauthenticated' : 'restored';
}

function actorOf({ ctx, secure }: Services, c: Context): Promise<Actor | null> {
  const participationId = idIn(c, 'participationId');
  return findActor(ctx.sql, participationId, readDeviceCookie(c, participationId, secure));
}

type OpenSocket = (requestId: string, opening: () => Promise<Opened>) => Promise<WSEvents>;

/** Counts open sockets of a device and closes what is too much. */
function createCounter(log: Log): OpenSocket {
  const take = createPlaces();
  return async (requestId, opening) => {
    const opened = await opening().catch((error: unknown) => refusalFor(error, requestId, log));
    return {
      onOpen(_event, ws) {
        const socket = rawSocket(ws);
        const close = 'refused' in opened ? opened.refused : takeSocket(take, opened.actor, socket);
        if (close !== null) {
          log('socket.refused', { requestId, close });
          refuse(socket, close);
        } else if ('actor' in opened) {
          follow(log, { requestId, documentId: opened.documentId, ...idsOf(opened.actor) }, socket);
          opened.open(socket);
        }
      },
    };
  };
}

/** Whatever the reason is, a socket's reader learns that it may not be here, and no more. */
function refusalFor(error: unknown, requestId: string, log: Log): Opened {
  if (error instanceof DomainError) {
    return { refused: 'forbidden' };
  }
  log('socket.failed', { requestId, error });
  return { refused: 'restart' };
}

/** Takes one of the device's places until the socket closes; null where there was one. */
function takeSocket(take: TakePlace, actor: Actor, socket: WebSocket): CloseName | null {
  const giveBack = take(actor.deviceId, mostSockets(actor));
  if (!giveBack) {
    return 'flooded';
  }
  socket.once('close', giveBack);
  return null;
}

function idsOf({ meetingId, participationId, deviceId }: Actor): FieldsOf<'socket.opened'> {
  return { meetingId, participationId, deviceId };
}

function follow(log: Log, ids: FieldsOf<'socket.opened'>, socket: WebSocket): void {
  const began = performance.now();
  log('socket.opened', ids);
  socket.once('close', () => log('socket.closed', { ...ids, ms: performance.now() - began }));
}

function mostSockets({ role, admissionState }: Actor): number {
  if (admissionState !== 'admitted') {
    return MOST_SOCKETS_IN_LOBBY;
  }
  return leads(role) ? MOST_SOCKETS_LEADING : MOST_SOCKETS;
}

function rawSocket(ws: WSContext): WebSocket {
  return ws.raw as WebSocket;
}

function refuse(socket: WebSocket, name: CloseName): void {
  socket.close(CLOSE[name].code, CLOSE[name].reason);
}
