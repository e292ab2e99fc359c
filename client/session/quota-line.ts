import type { PlainKey } from '#shared/i18n/translate.ts';
import { QUOTA_KINDS, type WireState } from '#shared/wire/messages.ts';

/**
 * The one line about the room that is left, for people who may write: first what is full, then what is
 * nearly full. Null while there is room, and for those who only read.
 */
export function quotaLine(wire: WireState | null): { key: PlainKey; isFull: boolean } | null {
  if (!wire || wire.writable.length === 0) {
    return null;
  }
  for (const level of ['full', 'near'] as const) {
    const kind = QUOTA_KINDS.find((name) => wire.quota[name] === level);
    if (kind) {
      return { key: `quota.${level}.${kind}`, isFull: level === 'full' };
    }
  }
  return null;
}
