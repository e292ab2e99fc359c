import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for another one on paper. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODES = 10;
const SIGNS_A_CODE = 10;

/** Codes to print, fifty bits each: "k7m2x-p9dfa". Each is used once, beside the password. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const signs = Array.from({ length: SIGNS_A_CODE }, () => SIGNS[randomInt(SIGNS.length)]).join('');
    return `${signs.slice(0, 5)}-${signs.slice(5)}`;
  });
}
