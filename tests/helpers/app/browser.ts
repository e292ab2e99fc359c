import type { WebSocket as RawSocket } from 'ws';
import { WebSocket } from 'ws';
import { mustFit } from '../api-shape.ts';
import { LiveSocket } from './live-socket.ts';

/** Answer of a request. */
export interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
  text: string;
}

/** What a browser does: keeps cookies, sends its origin, opens sockets. */
export class TestBrowser {
  readonly #url: string;
  readonly #origin: string;
  readonly cookies = new Map<string, string>();
  readonly #sockets: LiveSocket[] = [];

  constructor(url: string, origin: string) {
    this.#url = url;
    this.#origin = origin;
  }

  get<T>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.#request<T>('GET', path, undefined, headers);
  }

  post<T = Record<string, never>>(
    path: string,
    body: unknown = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.#request<T>('POST', path, body, headers);
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Opens a live socket and collects what comes. */
  live(participationId: string): LiveSocket {
    const made = new LiveSocket(this.socket(`/live/${participationId}`));
    this.#sockets.push(made);
    return made;
  }

  /** Opens any socket with this browser's cookies and origin. */
  socket(path: string, origin = this.#origin): RawSocket {
    return new WebSocket(`${this.#url.replace('http', 'ws')}${path}`, {
      headers: { origin, cookie: this.cookieHeader() },
    });
  }

  close(): void {
    for (const socket of this.#sockets) {
      socket.close();
    }
  }

  async #request<T>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer<T>> {
    const answer = await fetch(this.#url + path, {
      method,
      redirect: 'manual',
      headers: {
        origin: this.#origin,
        cookie: this.cookieHeader(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      this.#keep(line);
    }
    const text = await answer.text();
    mustFit(method, path, answer.status, text);
    return { status: answer.status, headers: answer.headers, text, body: parse(text) as T };
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || /max-age=0/i.test(line)) {
      this.cookies.delete(name);
    } else {
      this.cookies.set(name, value);
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
