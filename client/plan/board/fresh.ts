import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import { partMap } from '#shared/documents/plan/roots.ts';
import { useDoc, useSession, useStore } from '../../app/context.ts';

/** How long "gerade neu" stays. */
const FRESH_MS = 1500;
/** More records at once are a catching up, not somebody's edit. */
const AT_ONCE = 4;

/** Records that others have just added or changed, with the name of who did, where known. */
export type Fresh = ReadonlyMap<string, string | null>;

/** Watches the records of goals and resources for what comes from others. */
export function useFresh(): Fresh {
  const doc = useDoc();
  const { others, plan } = useSession();
  const loaded = useStore(plan.ready);
  const [fresh, setFresh] = useState<Fresh>(new Map());
  useEffect(() => {
    if (!loaded) {
      return;
    }
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
      const changed = transaction.local ? new Map<string, number>() : changedRecords(events, transaction);
      if (changed.size === 0 || changed.size > AT_ONCE) {
        return;
      }
      const names = [...changed].map(([id, client]): [string, string | null] => [
        id,
        others.get().get(client)?.user.name ?? null,
      ]);
      setFresh((before) => new Map([...before, ...names]));
      const timer = setTimeout(() => {
        timers.delete(timer);
        setFresh((before) => new Map([...before].filter(([id]) => !changed.has(id))));
      }, FRESH_MS);
      timers.add(timer);
    };
    const parts = [partMap(doc, 'goals'), partMap(doc, 'resources')];
    for (const part of parts) {
      part.observeDeep(onChange as Parameters<typeof part.observeDeep>[0]);
    }
    return () => {
      for (const part of parts) {
        part.unobserveDeep(onChange as Parameters<typeof part.unobserveDeep>[0]);
      }
      for (const timer of timers) {
        clearTimeout(timer);
      }
    };
  }, [doc, others, loaded]);
  return fresh;
}

/** Ids of the records that events touched, each with the Yjs client that wrote there (-1: unknown). */
export function changedRecords(
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
  transaction: Y.Transaction,
): Map<string, number> {
  const changed = new Map<string, number>();
  const only = onlyWriter(transaction);
  for (const event of events) {
    const [record] = event.path;
    if (typeof record === 'string') {
      changed.set(record, only);
      continue;
    }
    for (const [key, { action }] of event.changes.keys) {
      if (action !== 'delete' && event.target instanceof Y.Map) {
        changed.set(key, event.target._map.get(key)?.id.client ?? only);
      }
    }
  }
  return changed;
}

/** The client whose clock went on, where it was one alone. */
function onlyWriter({ beforeState, afterState }: Y.Transaction): number {
  const writers = [...afterState].filter(([client, clock]) => (beforeState.get(client) ?? 0) < clock);
  const [first, second] = writers;
  return first && !second ? first[0] : -1;
}
