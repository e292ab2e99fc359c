import { describe, expect, it } from 'vitest';
import { type AuditEntry, CHAIN_START, checkChain, entryHash } from '#server/audit/chain.ts';

function chain(length: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const entry = {
      seq,
      at: new Date(Date.UTC(2026, 10, 21, 10, seq)),
      type: 'turn_given',
      body: { by: 'd', personId: `p${seq}` },
      prev: entries.at(-1)?.hash ?? CHAIN_START,
    };
    entries.push({ ...entry, hash: entryHash('m', entry) });
  }
  return entries;
}

function changed(entries: AuditEntry[], at: number, change: Partial<AuditEntry>): AuditEntry[] {
  return entries.map((entry, index) => (index === at ? { ...entry, ...change } : entry));
}

describe('audit chain', () => {
  it('[ME6] an untouched chain is valid and names its head', () => {
    const entries = chain(5);
    expect(checkChain('m', entries)).toEqual({ valid: true, entries: 5, head: entries.at(-1)?.hash });
    expect(checkChain('m', [])).toEqual({ valid: true, entries: 0, head: CHAIN_START });
  });

  it('[ME6] finds every changed field, and names the entry', () => {
    const entries = chain(5);
    const changes: Partial<AuditEntry>[] = [
      { body: { by: 'd', personId: 'p9' } },
      { type: 'freeze_begun' },
      { at: new Date(0) },
      { hash: 'f'.repeat(64) },
    ];
    for (const change of changes) {
      expect(checkChain('m', changed(entries, 2, change))).toMatchObject({
        valid: false,
        seq: 3,
        why: 'hash',
      });
    }
  });

  it('[ME6] finds dropped, swapped and foreign entries', () => {
    const entries = chain(5);
    expect(checkChain('m', entries.toSpliced(1, 1))).toMatchObject({ valid: false, why: 'gap' });
    const [first, second, third] = entries as [AuditEntry, AuditEntry, AuditEntry];
    const swapped = [first, { ...third, seq: 2 }, { ...second, seq: 3 }, ...entries.slice(3)];
    expect(checkChain('m', swapped)).toMatchObject({ valid: false, seq: 2, why: 'prev' });
    expect(checkChain('another meeting', entries)).toMatchObject({ valid: false, seq: 1, why: 'hash' });
  });

  it('[ME6] a dropped tail is noticed only by who kept the head', () => {
    const entries = chain(5);
    const cut = checkChain('m', entries.slice(0, 4));
    expect(cut.valid).toBe(true);
    expect(cut).not.toMatchObject({ head: entries.at(-1)?.hash });
  });
});
