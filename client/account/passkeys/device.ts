import {
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';
import type { NewPasskeyQuestion, PasskeyQuestion } from '#shared/api/passkey-answers.ts';
import type { AddPasskey, PasskeySignIn } from '#shared/api/passkey-bodies.ts';
import { NoPasskey } from './no-passkey.ts';

/** Talks with whatever holds passkeys: this device, a phone beside it, a key. */

/** Has a passkey made, which asks for finger, face or PIN each time. @throws NoPasskey */
export async function makePasskey(question: NewPasskeyQuestion): Promise<Omit<AddPasskey, 'name'>> {
  const { challenge, timeout, rpId, rpName, user, algorithms, known } = question;
  const { id, response } = await orNone(
    startRegistration({
      optionsJSON: {
        challenge,
        timeout,
        rp: { id: rpId, name: rpName },
        user,
        pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: known.map((one) => ({ type: 'public-key', id: one })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
      },
    }),
  );
  const { clientDataJSON, attestationObject } = response;
  return { id, clientDataJSON, attestationObject };
}

/** Asks for a passkey that signs in. @throws NoPasskey */
export function askForPasskey(question: PasskeyQuestion): Promise<PasskeySignIn> {
  return ask(question, false);
}

async function ask({ challenge, timeout, rpId }: PasskeyQuestion, inField: boolean): Promise<PasskeySignIn> {
  const { id, response } = await orNone(
    startAuthentication({
      optionsJSON: { challenge, timeout, rpId, userVerification: 'required' },
      useBrowserAutofill: inField,
    }),
  );
  const { clientDataJSON, authenticatorData, signature, userHandle = '' } = response;
  return { id, clientDataJSON, authenticatorData, signature, userHandle };
}

/** So much of its time a question stands in the field, before a new one takes its place. */
const USABLE = 0.8;

/**
 * Lets the browser offer passkeys in the field for the e-mail address, where it can, until somebody takes one.
 * @param next asks for a question; null: there is none to be had
 * @returns stops it
 */
export function offerInField(
  next: () => Promise<PasskeyQuestion | null>,
  onTaken: (answer: PasskeySignIn) => void,
): () => void {
  let isStopped = false;
  const offer = async (): Promise<void> => {
    const question = (await browserSupportsWebAuthnAutofill()) && !isStopped ? await next() : null;
    if (!question || isStopped) {
      return;
    }
    let isOld = false;
    const renew = setTimeout(() => {
      isOld = true;
      WebAuthnAbortService.cancelCeremony();
    }, question.timeout * USABLE);
    const answer = await ask(question, true).catch(() => null);
    clearTimeout(renew);
    if (isStopped) {
      return;
    }
    if (answer) {
      onTaken(answer);
    } else if (isOld) {
      await offer();
    }
  };
  void offer();
  return () => {
    isStopped = true;
    WebAuthnAbortService.cancelCeremony();
  };
}

async function orNone<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    throw new NoPasskey(cause);
  }
}
