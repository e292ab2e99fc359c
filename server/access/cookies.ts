import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/**
 * One cookie a participation, so that several people can sit in one browser and a link that is
 * opened again finds its own device. Strict: no other site can make a browser send it.
 */

const SECONDS_A_DAY = 86_400;
/** The server decides when a device ends; the browser merely forgets the cookie some time later. */
const COOKIE_DAYS = 31;

/** Name of the cookie of a participation. */
export function cookieName(participationId: string, secure: boolean): string {
  return `${secure ? '__Host-' : ''}planrunde_${participationId}`;
}

/** The secret that this browser holds for a participation. */
export function readDeviceCookie(c: Context, participationId: string, secure: boolean): string | null {
  return getCookie(c, cookieName(participationId, secure)) ?? null;
}

/** Gives the browser the secret of its device. */
export function setDeviceCookie(c: Context, participationId: string, secret: string, secure: boolean): void {
  setCookie(c, cookieName(participationId, secure), secret, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure,
    maxAge: COOKIE_DAYS * SECONDS_A_DAY,
  });
}

/** Takes the secret away again. */
export function clearDeviceCookie(c: Context, participationId: string, secure: boolean): void {
  deleteCookie(c, cookieName(participationId, secure), { path: '/', secure });
}
