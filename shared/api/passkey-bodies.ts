import * as z from 'zod/mini';
import { typedLine } from '../domain/typed-text.ts';

/** Bodies of the requests about passkeys (`routes/passkeys.ts`). Bytes travel as base64url. */

const bytes = (most: number) => z.string().check(z.maxLength(most), z.regex(/^[A-Za-z0-9_-]+$/));
const name = z.string().check(z.overwrite(typedLine), z.trim(), z.maxLength(60));
/** A credential's id has up to 1023 bytes. */
const id = bytes(1400);
const clientDataJSON = bytes(4000);

/** What a device answers to the question of a sign-in. */
export const passkeySignInBody = z.strictObject({
  id,
  clientDataJSON,
  authenticatorData: bytes(4000),
  signature: bytes(4000),
  userHandle: bytes(100),
});
export type PasskeySignIn = z.infer<typeof passkeySignInBody>;

/** What a device made. Without a name it is called after the browser. */
export const addPasskeyBody = z.strictObject({
  name,
  id,
  clientDataJSON,
  attestationObject: bytes(20_000),
});
export type AddPasskey = z.infer<typeof addPasskeyBody>;

export const renamePasskeyBody = z.strictObject({ name: name.check(z.minLength(1)) });
