/**
 * Small choices that this device keeps (text size, language). A browser that forbids storage
 * simply does not remember them.
 */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`planrunde.${key}`, value);
  } catch {
    // Not remembered; the choice holds for this page.
  }
}

/** What was remembered, or null. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`planrunde.${key}`);
  } catch {
    return null;
  }
}

/** The same for this tab alone: in another one of the same browser somebody else may sit. */
export function rememberHere(key: string, value: string): void {
  try {
    sessionStorage.setItem(`planrunde.${key}`, value);
  } catch {
    // Not remembered; the choice holds for this page.
  }
}

/** What this tab remembers, or null. */
export function recallHere(key: string): string | null {
  try {
    return sessionStorage.getItem(`planrunde.${key}`);
  } catch {
    return null;
  }
}
