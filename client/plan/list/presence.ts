import { useMemo } from 'react';
import type { PresenceUser } from '#shared/wire/presence.ts';
import { useSession, useStore } from '../../app/context.ts';

/** Who writes where right now, by record. One person on two devices counts once. */
export function useEditors(): ReadonlyMap<string, readonly PresenceUser[]> {
  const others = useStore(useSession().others);
  return useMemo(() => {
    const editors = new Map<string, PresenceUser[]>();
    for (const { editing, user } of others.values()) {
      if (!editing) {
        continue;
      }
      const here = editors.get(editing.id) ?? [];
      if (!here.some(({ participationId }) => participationId === user.participationId)) {
        editors.set(editing.id, [...here, user]);
      }
    }
    return editors;
  }, [others]);
}
