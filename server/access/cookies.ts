import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Sql } from '../db/sql.ts';
import { findLivingSeats } from './actor.ts';

/**
 * One cookie a participation, so that several people can sit in one browser and a link that is
 * opened again finds its own device. Strict: no other site can make a browser send it.
 *
 * A browser sends all of them with each request, and proxies refuse a header of 8 KB, so they are few:
 * what opens nothing any more is taken away with the next one that is given, and of those that are let in
 * the newest stay.
 */

const NAME = 'planrunde_';
/** At a hundred bytes each, well below the 4 KB that every proxy takes. */
const MOST_KEPT = 32;
/** Answers have a header too, for which proxies have no more room. */
const MOST_CLEARED_AT_ONCE = 20;
/** Secrets of ours are 43 signs of base64url; anything else is not worth a question to the database. */
const SECRET = /^[\w-]{43}$/;

/** Whose cookies, and where a device's rights are looked up. */
export interface CookieSettings {
  sql: Sql;
  /** Under https. */
  secure: boolean;
}

/** Name of the cookie of a participation. */
export function cookieName(participationId: string, secure: boolean): string {
  return `${prefix(secure)}${participationId}`;
}

/** The secret that this browser holds for a participation. */
export function readDeviceCookie(c: Context, participationId: string, secure: boolean): string | null {
  return getCookie(c, cookieName(participationId, secure)) ?? null;
}

/**
 * Gives the browser the secret of its device, and takes away what it has too much.
 * @param lastsMs how long the device can be let in at most; the server decides when it ends
 */
export async function giveDeviceCookie(
  c: Context,
  { sql, secure }: CookieSettings,
  device: { participationId: string; secret: string; lastsMs: number },
): Promise<void> {
  const { participationId, secret, lastsMs } = device;
  setCookie(c, cookieName(participationId, secure), secret, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure,
    maxAge: Math.floor(lastsMs / 1000),
  });
  const held = heldSecrets(c, secure);
  held.delete(participationId);
  const living = await findLivingSeats(sql, held);
  const kept = new Set(living.slice(0, MOST_KEPT - 1));
  const tooMuch = [...held.keys()].filter((id) => !kept.has(id));
  for (const id of tooMuch.slice(0, MOST_CLEARED_AT_ONCE)) {
    clearDeviceCookie(c, id, secure);
  }
}

/** Takes the secret away again, where there is one. */
export function clearDeviceCookie(c: Context, participationId: string, secure: boolean): void {
  if (readDeviceCookie(c, participationId, secure) !== null) {
    deleteCookie(c, cookieName(participationId, secure), { path: '/', secure });
  }
}

/** What this browser holds, by participation: as many as fit into the header of a request. */
function heldSecrets(c: Context, secure: boolean): Map<string, string> {
  const start = prefix(secure);
  const mine = Object.entries(getCookie(c)).filter(([name]) => name.startsWith(start));
  return new Map(mine.map(([name, secret]) => [name.slice(start.length), SECRET.test(secret) ? secret : '']));
}

function prefix(secure: boolean): string {
  return `${secure ? '__Host-' : ''}${NAME}`;
}
