import * as z from 'zod/mini';
import { keptList, tabStorage } from '../pending/tab-storage.ts';

// In a file of its own: the pages before the table ask for it, and carry no documents.
const counted = z.array(z.number());

/** The life of the database that this tab last heard of; null where it heard of none. */
export function keptGeneration(storage: Storage | null = tabStorage()): {
  get(): number | null;
  set(generation: number): void;
} {
  const kept = keptList('planrunde.generation', counted, storage);
  return { get: () => kept.read()[0] ?? null, set: (generation) => kept.write([generation]) };
}
