import { CanonicalError, parseCanonical } from '#shared/protocol/canonical.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { DomainError } from '../access/domain-error.ts';

/** The content of stored bytes. Bytes of a form that only a newer release knows are told as such, never guessed. */
export function frozenContent(bytes: Uint8Array): ProtocolContent {
  try {
    return parseCanonical(bytes);
  } catch (error) {
    if (error instanceof CanonicalError && error.reason === 'unknown_form') {
      throw new DomainError('unknown_form');
    }
    throw error;
  }
}
