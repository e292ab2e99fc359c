/** Fetches something; rejects where it cannot be had. */
export type Load<T> = () => Promise<T>;

const TRIES = 4;
const FIRST_WAIT_MS = 500;

/** Loads something over a line that may be gone for a moment: again and again, for four seconds. */
export async function patiently<T>(load: Load<T>): Promise<T> {
  for (let tried = 1, wait = FIRST_WAIT_MS; tried < TRIES; tried += 1, wait *= 2) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return load();
}
