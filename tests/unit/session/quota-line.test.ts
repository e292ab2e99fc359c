import { describe, expect, it } from 'vitest';
import { translatorFor } from '#shared/i18n/every-locale.ts';
import { ADDRESSES, LANGUAGES } from '#shared/i18n/language.ts';
import { NACK_NAMES, QUOTA_KINDS, SCHEMA_VERSION, type WireState } from '#shared/wire/messages.ts';
import { quotaLine } from '../../../client/session/quota-line.ts';

const wire = (change: Partial<WireState>): WireState => ({
  state: 'open',
  phase: 'ziele',
  role: 'junger_mensch',
  writable: ['goals'],
  epoch: 1,
  generation: 1,
  seq: 1,
  versions: 0,
  schemaVersion: SCHEMA_VERSION,
  quota: {},
  ...change,
});

describe('the line about room', () => {
  it('[UI19] is there for those who write, and names what is full before what is nearly full', () => {
    expect(quotaLine(null)).toBeNull();
    expect(quotaLine(wire({}))).toBeNull();
    expect(quotaLine(wire({ quota: { goals: 'near' } }))).toEqual({ key: 'quota.near.goals', isFull: false });
    expect(quotaLine(wire({ quota: { plan: 'near', service: 'full' } }))?.key).toBe('quota.full.service');
    expect(quotaLine(wire({ quota: { plan: 'full' }, writable: [] }))).toBeNull();
  });

  it('[UI19] every refusal and every kind of fullness has words, in each language and form of address', () => {
    for (const language of LANGUAGES) {
      for (const address of ADDRESSES) {
        const t = translatorFor(language, address);
        const refusals = NACK_NAMES.map((code) => t(`refused.${code}`));
        const lines = QUOTA_KINDS.flatMap((kind) => [t(`quota.near.${kind}`), t(`quota.full.${kind}`)]);
        for (const words of [...refusals, ...lines]) {
          expect(words).toMatch(/^[„“]?\p{Lu}.{10,}\.$/u);
        }
        expect(new Set([...refusals, ...lines]).size).toBe(NACK_NAMES.length + 2 * QUOTA_KINDS.length);
      }
    }
  });
});
