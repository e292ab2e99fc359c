/**
 * Away from localhost and over https the drawing library asks its makers' CDN for a picture once a
 * load. The content policy stops the request; what is left is one unhandled rejection, which says
 * nothing and is dropped here. Any other rejection stays.
 */
export function dropTrackingRejection(target: Window = window): () => void {
  const { protocol, hostname } = target.location;
  if (protocol !== 'https:' || hostname === 'localhost') {
    return () => undefined;
  }
  const onRejection = (event: PromiseRejectionEvent): void => {
    if (isBlockedFetch(event.reason)) {
      event.preventDefault();
      stop();
    }
  };
  const timer = setTimeout(() => stop(), WITHIN_MS);
  const stop = (): void => {
    clearTimeout(timer);
    target.removeEventListener('unhandledrejection', onRejection);
  };
  target.addEventListener('unhandledrejection', onRejection);
  return stop;
}

/** The request leaves when the board is first drawn. */
const WITHIN_MS = 10_000;

function isBlockedFetch(reason: unknown): boolean {
  return reason instanceof TypeError && /fetch|networkerror|load failed/i.test(reason.message);
}
