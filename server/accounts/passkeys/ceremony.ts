import type { AddPasskey, PasskeySignIn } from '#shared/api/passkey-bodies.ts';
import { DomainError } from '../../access/domain-error.ts';
import type { RelyingParty } from './relying-party.ts';

/** Keys that are taken, as COSE numbers them: Ed25519, ES256, RS256. */
export const ALGORITHMS = [-8, -7, -257];

/** The library weighs 26 MB and a fifth of a second: an office without passkeys carries none of it. */
const library = () => import('@simplewebauthn/server');

/** What has to be right about an answer beside its signature. */
export interface Expected {
  party: RelyingParty;
  /** Takes the question that was answered. @throws DomainError where it is not one of ours that is open */
  spend: (challenge: string) => void;
}

/** A passkey as it was made. */
export interface MadePasskey {
  credentialId: string;
  publicKey: Uint8Array;
  counter: number;
}

/** Looks at what a device made. @throws DomainError `passkey_refused` where anything is not as it was asked for */
export async function readMadePasskey(
  { id, clientDataJSON, attestationObject }: AddPasskey,
  { party, spend }: Expected,
): Promise<MadePasskey> {
  const response = { clientDataJSON, attestationObject };
  const { verifyRegistrationResponse } = await library();
  const { registrationInfo } = await refusing(
    verifyRegistrationResponse({
      response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
      expectedChallenge: taking(spend),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!registrationInfo) {
    throw new DomainError('passkey_refused');
  }
  const { credential } = registrationInfo;
  return { credentialId: credential.id, publicKey: credential.publicKey, counter: credential.counter };
}

/**
 * Looks at what a device answers with a passkey that is known.
 * @returns how often the device says it was used
 * @throws DomainError `passkey_refused`
 */
export async function readAnswer(
  { id, clientDataJSON, authenticatorData, signature, userHandle }: PasskeySignIn,
  publicKey: Uint8Array,
  { party, spend }: Expected,
): Promise<number> {
  const response = { clientDataJSON, authenticatorData, signature, userHandle };
  const { verifyAuthenticationResponse } = await library();
  const { verified, authenticationInfo } = await refusing(
    verifyAuthenticationResponse({
      response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
      expectedChallenge: taking(spend),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      // Whether the counter went back is asked where it is written, so that of two at once one is refused.
      credential: { id, publicKey: Uint8Array.from(publicKey), counter: 0 },
    }),
  );
  if (!verified) {
    throw new DomainError('passkey_refused');
  }
  return authenticationInfo.newCounter;
}

function taking(spend: Expected['spend']): (challenge: string) => boolean {
  return (challenge) => {
    spend(challenge);
    return true;
  };
}

/** Whatever the library says is wrong is one answer: nobody learns which part of a forgery was good. */
async function refusing<T>(verification: Promise<T>): Promise<T> {
  try {
    return await verification;
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('passkey_refused');
  }
}
