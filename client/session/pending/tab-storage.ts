/** What this tab keeps over a reload. Only this tab sees it. */

const UNSAVED = 'planrunde.unsaved.';

/** Where the unsaved changes of one participation in one document are kept. */
export function unsavedKey(participationId: string, documentId: string): string {
  return `${UNSAVED}${participationId}.${documentId}`;
}

/** Forgets everything unsaved of a participation: it has ended, nothing of it stays on the device. */
export function forgetUnsaved(participationId: string, storage: Storage | null = tabStorage()): void {
  if (!storage) {
    return;
  }
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) {
    if (key?.startsWith(unsavedKey(participationId, ''))) {
      storage.removeItem(key);
    }
  }
}

/** The tab's storage; null in a browser that forbids it. */
export function tabStorage(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    // A browser that forbids storage throws on reading the property itself.
    return null;
  }
}
