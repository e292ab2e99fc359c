import { createStore } from '../app/store.ts';
import type { Store } from '../session/types.ts';

/** The page that opens personal links. */
const LINK_PAGE = '/j';

const current = createStore<string | null>(null);

/** The token of the link that is being opened. It lives in this page's memory only. */
export const linkToken: Store<string | null> = current;

/** Takes the token out of the address bar, at the start and when another link is opened in this tab. */
export function takeToken(): void {
  readFragment();
  window.addEventListener('hashchange', readFragment);
}

function readFragment(): void {
  if (window.location.pathname !== LINK_PAGE) {
    return;
  }
  const token = window.location.hash.slice(1);
  if (token !== '') {
    window.history.replaceState(null, '', LINK_PAGE);
    current.set(token);
  }
}
