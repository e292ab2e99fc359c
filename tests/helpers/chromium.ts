import { existsSync } from 'node:fs';

/** The browser of the machine, for end-to-end and component tests. */

/** The shell without windows first: the whole browser draws its bar and its tabs beside each page, also unseen. */
const CHROMIUM_PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** What Chromium needs on a machine without a screen. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is: where `CHROMIUM` says, or where Debian puts it. */
export function chromiumPlace(): string | undefined {
  return process.env['CHROMIUM'] || CHROMIUM_PLACES.find((place) => existsSync(place));
}

/** Chromium, or a sentence that says how to get it. */
export function chromiumPath(): string {
  const path = chromiumPlace();
  if (!path || !existsSync(path)) {
    throw new Error('Chromium is needed. On Debian: apt-get install chromium; or set CHROMIUM to its path.');
  }
  return path;
}
