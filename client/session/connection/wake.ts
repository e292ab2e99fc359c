/** `seen`: the page is looked at again. `network`: the device lost its network or has another one. */
export type WakeReason = 'seen' | 'network';

/** Tells when a device comes back: the lid opened, the tab is seen again, the network has changed. */
export function onWake(wake: (reason: WakeReason) => void): () => void {
  if (typeof window === 'undefined' || typeof document === 'undefined') {
    return () => undefined;
  }
  const whenVisible = (): void => {
    if (document.visibilityState === 'visible') {
      wake('seen');
    }
  };
  const whenShown = (): void => wake('seen');
  // Losing the network is a change of it as well: trying at once shows within a second what still works.
  const whenNetwork = (): void => wake('network');
  document.addEventListener('visibilitychange', whenVisible);
  window.addEventListener('pageshow', whenShown);
  window.addEventListener('online', whenNetwork);
  window.addEventListener('offline', whenNetwork);
  return () => {
    document.removeEventListener('visibilitychange', whenVisible);
    window.removeEventListener('pageshow', whenShown);
    window.removeEventListener('online', whenNetwork);
    window.removeEventListener('offline', whenNetwork);
  };
}

/** Tells when the page is put away, which on a phone may be the last one hears of it. */
export function onPutAway(putAway: () => void): () => void {
  if (typeof window === 'undefined' || typeof document === 'undefined') {
    return () => undefined;
  }
  const whenHidden = (): void => {
    if (document.visibilityState === 'hidden') {
      putAway();
    }
  };
  document.addEventListener('visibilitychange', whenHidden);
  window.addEventListener('pagehide', putAway);
  return () => {
    document.removeEventListener('visibilitychange', whenHidden);
    window.removeEventListener('pagehide', putAway);
  };
}

/** Asks before the tab is closed while `unsaved` says that something waits. */
export function warnBeforeLeaving(unsaved: () => boolean): () => void {
  if (typeof window === 'undefined') {
    return () => undefined;
  }
  const warn = (event: BeforeUnloadEvent): void => {
    if (unsaved()) {
      event.preventDefault();
    }
  };
  window.addEventListener('beforeunload', warn);
  return () => window.removeEventListener('beforeunload', warn);
}

/**
 * A reconnect delay with full jitter: after a restart of the server a hundred clients must not
 * all come back in the same moment.
 */
export function jitteredDelay(attempt: number, longestMs = 5_000): number {
  const ceiling = Math.min(longestMs, 200 * 2 ** Math.min(attempt, 10));
  return Math.round(50 + Math.random() * ceiling);
}
