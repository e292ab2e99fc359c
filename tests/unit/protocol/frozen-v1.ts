import { readFileSync } from 'node:fs';

/**
 * Versions as they were frozen by the release that made form 1, byte for byte: the two of the example
 * case out of its database, the two of `leon.ts`, and one that holds every field and every code.
 * They are never made again: what was signed must be read as it is.
 */
const read = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`./frozen-v1/${name}`, import.meta.url)));

const hashes: Record<string, string> = JSON.parse(new TextDecoder().decode(read('hashes.json')));

export interface GoldenVersion {
  name: string;
  bytes: Uint8Array;
  sha256: string;
}

export const GOLDEN_V1: readonly GoldenVersion[] = Object.entries(hashes).map(([name, sha256]) => ({
  name,
  sha256,
  bytes: read(`${name}.canonical`),
}));

/** The JSON file of the version `second`, with the decisions of `signoffs.ts`. */
export const GOLDEN_EXPORT = read('second.export');
