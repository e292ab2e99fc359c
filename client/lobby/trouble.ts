import { ApiError } from '../app/api.ts';

/** Why a personal link has not opened anything yet. */
export type Trouble = { kind: 'invalid' } | { kind: 'offline' } | { kind: 'failed'; message: string };

/** Unknown, expired, revoked, cut in half: one answer whatever the reason. */
export function troubleOf(failure: unknown): Trouble {
  const code = failure instanceof ApiError ? failure.code : 'internal';
  if (code === 'link_invalid' || code === 'bad_request' || code === 'not_found') {
    return { kind: 'invalid' };
  }
  return code === 'network'
    ? { kind: 'offline' }
    : { kind: 'failed', message: failure instanceof Error ? failure.message : '' };
}
