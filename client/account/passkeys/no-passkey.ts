/** Why nothing came: there is one of this account already, or somebody stopped, or it took too long. */
export class NoPasskey extends Error {
  readonly isKnown: boolean;

  constructor(cause: unknown) {
    super('the device gave no passkey', { cause });
    this.isKnown = cause instanceof Error && cause.name === 'InvalidStateError';
  }
}
