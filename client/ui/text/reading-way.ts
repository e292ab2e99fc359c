const TURNED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/**
 * An arrow key as it is meant where one reads from left to right. On a page that is read the other way,
 * the way on goes to the left and the way back to the right (UI111).
 */
export function alongReading(key: string, dir: string = document.documentElement.dir): string {
  return dir === 'rtl' ? (TURNED[key] ?? key) : key;
}
