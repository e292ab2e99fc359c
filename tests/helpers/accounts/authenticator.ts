import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { NewPasskeyQuestion, PasskeyQuestion } from '#shared/api/passkey-answers.ts';
import type { AddPasskey, PasskeySignIn } from '#shared/api/passkey-bodies.ts';

/** What an answer can be made wrong by, as by somebody who forges it. */
export interface Wrongs {
  origin?: string;
  rpId?: string;
  challenge?: string;
  userHandle?: string;
  /** Instead of the next one. */
  counter?: number;
  /** Neither finger, face nor PIN was asked for. */
  unverified?: boolean;
  /** Signed by another key. */
  forged?: boolean;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

/** A device that holds one passkey (WebAuthn level 3, ES256, no attestation), at the page of an origin. */
export class Authenticator {
  readonly id = randomBytes(32).toString('base64url');
  readonly #origin: string;
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #user = '';
  #counter: number;

  /** @param counter 0: it does not count, as passkeys that are kept by an account of the maker's do not */
  constructor(origin: string, counter = 1) {
    this.#origin = origin;
    this.#counter = counter;
  }

  /** Makes the passkey. */
  make(question: NewPasskeyQuestion, name: string, wrongs: Wrongs = {}): AddPasskey {
    this.#user = question.user.id;
    const clientDataJSON = this.#clientData('webauthn.create', question.challenge, wrongs);
    const authData = Buffer.concat([
      head(wrongs.rpId ?? question.rpId, HAS_KEY | flagsOf(wrongs), this.#counter),
      this.#credential(),
    ]);
    const object = cborMap([
      ['fmt', text('none')],
      ['attStmt', Buffer.of(0xa0)],
      ['authData', bytes(authData)],
    ]);
    return { name, id: this.id, clientDataJSON, attestationObject: object.toString('base64url') };
  }

  /** Answers the question of a sign-in. */
  answer(question: PasskeyQuestion, wrongs: Wrongs = {}): PasskeySignIn {
    this.#counter = wrongs.counter ?? (this.#counter === 0 ? 0 : this.#counter + 1);
    const clientDataJSON = this.#clientData('webauthn.get', question.challenge, wrongs);
    const data = head(wrongs.rpId ?? question.rpId, flagsOf(wrongs), this.#counter);
    const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return {
      id: this.id,
      clientDataJSON,
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.#key(wrongs)).toString('base64url'),
      userHandle: wrongs.userHandle ?? this.#user,
    };
  }

  #key({ forged }: Wrongs): KeyObject {
    return forged ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : this.#keys.privateKey;
  }

  #clientData(type: string, asked: string, { origin, challenge }: Wrongs): string {
    const data = { type, challenge: challenge ?? asked, origin: origin ?? this.#origin, crossOrigin: false };
    return Buffer.from(JSON.stringify(data)).toString('base64url');
  }

  /** AAGUID, the credential's id, and its key as COSE writes it. */
  #credential(): Buffer {
    const id = Buffer.from(this.id, 'base64url');
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const key = Buffer.concat([
      // kty EC2, alg ES256, curve P-256, then both coordinates.
      Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21),
      bytes(Buffer.from(x, 'base64url')),
      Buffer.of(0x22),
      bytes(Buffer.from(y, 'base64url')),
    ]);
    return Buffer.concat([Buffer.alloc(16), Buffer.of(0, id.length), id, key]);
  }
}

function flagsOf({ unverified }: Wrongs): number {
  return unverified ? PRESENT : PRESENT | VERIFIED;
}

function head(rpId: string, flags: number, counter: number): Buffer {
  const end = Buffer.alloc(5);
  end.writeUInt8(flags);
  end.writeUInt32BE(counter, 1);
  return Buffer.concat([sha256(Buffer.from(rpId)), end]);
}

function sha256(data: Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

/** CBOR (RFC 8949), as much as an authenticator speaks of it. */
function cborMap(entries: [string, Buffer][]): Buffer {
  return Buffer.concat([
    Buffer.of(0xa0 + entries.length),
    ...entries.flatMap(([name, value]) => [text(name), value]),
  ]);
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.of(0x60 + value.length), Buffer.from(value)]);
}

function bytes(value: Buffer): Buffer {
  // The shortest form, as CTAP wants it.
  const start = value.length < 256 ? [0x58, value.length] : [0x59, value.length >> 8, value.length & 0xff];
  return Buffer.concat([Buffer.from(start), value]);
}
