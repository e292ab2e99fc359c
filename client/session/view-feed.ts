import { type MeetingView, meetingView } from '#shared/api/view.ts';
import { readJson } from '#shared/json.ts';
import { CLOSE } from '#shared/wire/close.ts';
import { createStore } from '../app/store.ts';
import { jitteredDelay, onWake } from './connection/wake.ts';
import { keptGeneration } from './restored/kept-generation.ts';
import type { Store } from './types.ts';

/**
 * How the live view reaches this device. `ended`: the server will not answer again. `restored`: neither, because
 * an older dump was restored, which does not know this device; what is on the page stays.
 */
export type FeedConnection = 'connecting' | 'open' | 'lost' | 'ended' | 'restored';

/** What one viewer may know of a meeting, whole at each change. */
export interface ViewFeed {
  view: Store<MeetingView | null>;
  connection: Store<FeedConnection>;
  /** The last view was of another shape: the server has a newer program than this page. */
  isOutdated: Store<boolean>;
  destroy(): void;
}

export interface ViewFeedOptions {
  participationId: string;
  /** `ws://host` or `wss://host`, without a path. */
  wsBase: string;
  WebSocketClass?: typeof WebSocket;
}

/** Session ended, right withdrawn, nothing there: one answer, whatever the reason. */
const GONE: ReadonlySet<number> = new Set([
  CLOSE.unauthenticated.code,
  CLOSE.forbidden.code,
  CLOSE.unknown.code,
]);

/** Follows the live view. While the connection is lost, or a view does not fit, the last one stays. */
export function createViewFeed(options: ViewFeedOptions): ViewFeed {
  const { participationId, wsBase, WebSocketClass = WebSocket } = options;
  const view = createStore<MeetingView | null>(null);
  const connection = createStore<FeedConnection>('connecting');
  const isOutdated = createStore(false);
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  const open = (): void => {
    clearTimeout(timer);
    const seen = keptGeneration().get();
    // Whoever may not come in any more learns whether that is because an older dump was restored.
    const query = seen === null ? '' : `?generation=${seen}`;
    const next = new WebSocketClass(`${wsBase}/live/${participationId}${query}`);
    socket = next;
    next.onmessage = ({ data }: MessageEvent<unknown>) => {
      const read = typeof data === 'string' ? readJson(meetingView, data) : null;
      connection.set('open');
      isOutdated.set(read === null);
      if (read) {
        failures = 0;
        view.set(read);
      }
    };
    next.onclose = ({ code }) => {
      if (socket === next) {
        lost(code);
      }
    };
  };
  const lost = (code: number): void => {
    socket = null;
    if (isFinal(code)) {
      connection.set(code === CLOSE.restored.code ? 'restored' : 'ended');
      if (GONE.has(code)) {
        view.set({ kind: 'gone' });
      }
      return;
    }
    connection.set('lost');
    timer = setTimeout(open, jitteredDelay(failures));
    failures++;
  };
  const drop = (): void => {
    clearTimeout(timer);
    if (socket) {
      socket.onmessage = null;
      socket.onclose = null;
      socket.close();
      socket = null;
    }
  };
  const stopWake = onWake(() => {
    if (connection.get() !== 'ended' && connection.get() !== 'restored') {
      // A view may have been missed while the device slept: a new connection brings it whole.
      drop();
      open();
    }
  });
  open();
  return {
    view,
    connection,
    isOutdated,
    destroy() {
      stopWake();
      drop();
    },
  };
}

/** The close codes after which nobody comes back (shared/wire/close.ts). */
function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500;
}
