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
