import { readFileSync } from 'node:fs';

/**
 * Versions as they were frozen by the release that made form 3, byte for byte: those of form 2, and one of
 * `whose/table.ts`. They are never made again: what was signed must be read as it is.
 */
const read = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`./frozen-v3/${name}`, import.meta.url)));

const hashes: Record<string, string> = JSON.parse(new TextDecoder().decode(read('hashes.json')));

export const GOLDEN_V3: readonly { name: string; bytes: Uint8Array; sha256: string }[] = Object.entries(
  hashes,
).map(([name, sha256]) => ({ name, sha256, bytes: read(`${name}.canonical`) }));
