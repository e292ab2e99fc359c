import type { Claim } from '../log/store.ts';

/** Which participation writes under which Yjs client id in a document. */
export class ClientOwners {
  readonly #owners: Map<number, string>;

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
