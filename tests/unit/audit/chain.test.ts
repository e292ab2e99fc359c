import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type AuditEntry, CHAIN_START, type ChainSubject, checkChain } from '#server/audit/chain.ts';
import { type ChainForm, entryHash } from '#server/audit/entry-hash.ts';

const M: ChainSubject = { kind: 'meeting', id: 'm' };

function chain(length: number, formOf: (seq: number) => ChainForm = () => 2): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const entry = {
      form: formOf(seq),
      seq,
      at: new Date(Date.UTC(2026, 10, 21, 10, seq)),
      type: 'turn_given',
      body: { by: 'd', personId: `p${seq}` },
      prev: entries.at(-1)?.hash ?? CHAIN_START,
    };
    entries.push({ ...entry, hash: entryHash(M, entry) });
  }
  return entries;
}

function changed(entries: AuditEntry[], at: number, change: Partial<AuditEntry>): AuditEntry[] {
  return entries.map((entry, index) => (index === at ? { ...entry, ...change } : entry));
}

describe('audit chain', () => {
  it('[ME6] an untouched chain is valid and names its head', () => {
    const entries = chain(5);
    expect(checkChain(M, entries)).toEqual({ valid: true, entries: 5, head: entries.at(-1)?.hash });
    expect(checkChain(M, [])).toEqual({ valid: true, entries: 0, head: CHAIN_START });
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
      expect(checkChain(M, changed(entries, 2, change))).toMatchObject({
        valid: false,
        seq: 3,
        why: 'hash',
      });
    }
  });

  it('[ME6] finds dropped, swapped and foreign entries', () => {
    const entries = chain(5);
    expect(checkChain(M, entries.toSpliced(1, 1))).toMatchObject({ valid: false, why: 'gap' });
    const [first, second, third] = entries as [AuditEntry, AuditEntry, AuditEntry];
    const swapped = [first, { ...third, seq: 2 }, { ...second, seq: 3 }, ...entries.slice(3)];
    expect(checkChain(M, swapped)).toMatchObject({ valid: false, seq: 2, why: 'prev' });
    expect(checkChain({ ...M, id: 'another meeting' }, entries)).toMatchObject({
      valid: false,
      seq: 1,
      why: 'hash',
    });
  });

  it('[ME6] a dropped tail is noticed only by who kept the head', () => {
    const entries = chain(5);
    const cut = checkChain(M, entries.slice(0, 4));
    expect(cut.valid).toBe(true);
    expect(cut).not.toMatchObject({ head: entries.at(-1)?.hash });
  });

  it('[ME6] entries of the old form stay valid byte for byte, and new ones follow them', () => {
    const entry = {
      form: 1 as const,
      seq: 1,
      at: new Date(Date.UTC(2026, 10, 21)),
      type: 't',
      body: {},
      prev: 'p',
    };
    // SHA-256 over the domain of the first version, a zero byte and the canonical text, made by hand.
    const text =
      '{"at":"2026-11-21T00:00:00.000Z","body":{},"meetingId":"m","prev":"p","seq":1,"type":"t","v":1}';
    const byHand = createHash('sha256').update(`planrunde-audit-v1\0${text}`).digest('hex');
    expect(entryHash(M, entry)).toBe(byHand);
    const mixed = chain(6, (seq) => (seq <= 3 ? 1 : 2));
    expect(checkChain(M, mixed)).toMatchObject({ valid: true, entries: 6 });
  });

  it('[ME6] an entry of the old form after a new one, or about anything but a meeting, is not believed', () => {
    const relapsed = chain(4, (seq) => (seq === 3 ? 1 : 2));
    expect(checkChain(M, relapsed)).toEqual({ valid: false, seq: 3, why: 'form' });
    const account: ChainSubject = { kind: 'account', id: 'm' };
    expect(
      checkChain(
        account,
        chain(2, () => 1),
      ),
    ).toEqual({ valid: false, seq: 1, why: 'form' });
    expect(checkChain(account, chain(2))).toEqual({ valid: false, seq: 1, why: 'hash' });
    expect(
      checkChain(
        M,
        changed(
          chain(3, () => 1),
          1,
          { form: 2 },
        ),
      ),
    ).toMatchObject({ seq: 2, why: 'hash' });
  });
});
