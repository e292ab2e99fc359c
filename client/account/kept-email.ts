import * as z from 'zod/mini';
import { keptList, tabStorage } from '../session/pending/tab-storage.ts';

/** The e-mail address that stands in the form, over a reload; the password is kept nowhere. */
const kept = keptList('planrunde.email', z.array(z.string()), tabStorage());

/** What was typed before the page was loaded anew. */
export function keptEmail(): string {
  return kept.read()[0] ?? '';
}

/** Keeps what is typed until the person is signed in. */
export function keepEmail(typed: string): void {
  kept.write(typed === '' ? [] : [typed]);
}
