import type { MiddlewareHandler } from 'hono';
import { NONCE, secureHeaders } from 'hono/secure-headers';

/** Files that no browser shows as a page of their own. An SVG can be one, and carry a script. */
const PART_OF_A_PAGE = /^\/assets\/[^/]+\.(?:js|css|woff2)$/;

/**
 * Headers of every answer. What is only ever part of a page carries those that count there: what a
 * page may do is told once, by the page, not with each of its twenty files.
 */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  const [ofPages, ofParts] = [pageHeaders(secure), partHeaders()];
  return (c, next) => (PART_OF_A_PAGE.test(c.req.path) ? ofParts(c, next) : ofPages(c, next));
}

/** Nobody reads it as something else than it is, and no foreign page takes it. */
function partHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    // A style tells where its fonts are asked from; what it names stands in nobody's log.
    c.header('Referrer-Policy', 'no-referrer');
  };
}

/**
 * The content policy lets nothing leave the house: no foreign script, font, picture or connection.
 * `data:` and `blob:` are what the board needs for its own icons.
 */
function pageHeaders(secure: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", NONCE],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'", 'data:'],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    crossOriginOpenerPolicy: 'same-origin',
    // On plain http in the local network browsers ignore these and complain; they protect only under https.
    originAgentCluster: secure,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  });
}
