/** Resolves after `ms`. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until `isTrue`; throws in words when it does not become true in time. */
export async function waitFor(
  isTrue: () => boolean | Promise<boolean>,
  what: string,
  ms: number,
): Promise<void> {
  const end = Date.now() + ms;
  while (!(await isTrue())) {
    if (Date.now() > end) {
      throw new Error(`waited ${ms} ms in vain until ${what}`);
    }
    await pause(20);
  }
}
