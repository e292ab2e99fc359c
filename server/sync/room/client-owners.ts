import { uint32 } from 'lib0/random';
import type { Claim } from '../log/store.ts';

/** Which participation writes under which Yjs client id in a document. */
export class ClientOwners {
  readonly #owners: Map<number, string>;
  /** Under which id the server writes for a participation, as long as the document is open here. */
  readonly #writtenFor = new Map<string, number>();

  constructor(claims: readonly Claim[]) {
    this.#owners = new Map(claims.map(({ clientId, participationId }) => [clientId, participationId]));
  }

  of(clientId: number): string | undefined {
    return this.#owners.get(clientId);
  }

  has(clientId: number): boolean {
    return this.#owners.has(clientId);
  }

  /** Those of a participation. */
  *clientsOf(participationId: string): Generator<number> {
    for (const [clientId, owner] of this.#owners) {
      if (owner === participationId) {
        yield clientId;
      }
    }
  }

  /**
   * The id under which the server writes for a participation: one that no page has, so that both never meet,
   * and another one in a document that was made anew, where the clocks of the old one would come again.
   * @param isWritten whether the document as it is now holds something of this id
   */
  clientFor(participationId: string, isWritten: (clientId: number) => boolean): number {
    const before = this.#writtenFor.get(participationId);
    if (before !== undefined && this.of(before) === participationId && isWritten(before)) {
      return before;
    }
    let clientId = uint32();
    while (this.has(clientId) || isWritten(clientId)) {
      clientId = uint32();
    }
    this.#writtenFor.set(participationId, clientId);
    return clientId;
  }

  /** How many a participation has. */
  countOf(participationId: string): number {
    return [...this.clientsOf(participationId)].length;
  }

  /** Notes what is durable; the first who claims a client id keeps it. */
  keep(claims: readonly Claim[]): void {
    for (const { clientId, participationId } of claims) {
      if (!this.#owners.has(clientId)) {
        this.#owners.set(clientId, participationId);
      }
    }
  }
}
