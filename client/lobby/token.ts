import { createStore, type WritableStore } from '../app/store.ts';
import type { Store } from '../session/types.ts';

/** Pages whose address carries a token: a personal link, setting up the office, an account that begins. */
const tokens: Readonly<Record<string, WritableStore<string | null>>> = {
  '/j': createStore<string | null>(null),
  '/einrichten': createStore<string | null>(null),
  '/zugang': createStore<string | null>(null),
};

const NONE = createStore<string | null>(null);

/** The token with which a page was opened in this tab. It lives in this page's memory only. */
export function tokenOfPage(page: '/j' | '/einrichten' | '/zugang'): Store<string | null> {
  return tokens[page] ?? NONE;
}

/** The token of the personal link that is being opened. */
export const linkToken: Store<string | null> = tokenOfPage('/j');

/** Takes the token out of the address bar, at the start and when another link is opened in this tab. */
export function takeToken(): void {
  readFragment();
  window.addEventListener('hashchange', readFragment);
}

function readFragment(): void {
  const page = window.location.pathname;
  const store = tokens[page];
  const token = window.location.hash.slice(1);
  if (store && token !== '') {
    window.history.replaceState(null, '', page);
    store.set(token);
  }
}
