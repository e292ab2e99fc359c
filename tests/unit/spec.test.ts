import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Ids of the rules in docs/spec.md. */
function rules(): string[] {
  const text = readFileSync(join(ROOT, 'docs', 'spec.md'), 'utf8');
  return [...text.matchAll(/\*\*([A-Z]{2}\d+)\*\*/g)].map((found) => found[1] as string);
}

/** Ids that titles of tests quote, with the file that quotes them. */
function quoted(): Map<string, string> {
  const files = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' });
  const found = new Map<string, string>();
  for (const file of files.filter((name) => /\.test\.tsx?$/.test(name))) {
    const text = readFileSync(join(ROOT, 'tests', file), 'utf8');
    for (const [, id] of text.matchAll(/\[([A-Z]{2}\d+)\]/g)) {
      found.set(id as string, file);
    }
  }
  return found;
}

describe('behaviour spec', () => {
  it('gives no number twice', () => {
    const all = rules();
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
    expect(all.length).toBeGreaterThan(200);
  });

  it('holds every rule that a test quotes', () => {
    const known = new Set(rules());
    expect([...quoted()].filter(([id]) => !known.has(id))).toEqual([]);
  });
});
