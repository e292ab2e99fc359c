import { describe, expect, it } from 'vitest';
import { signOff } from '#shared/api/requests.ts';
import { DECISIONS } from '#shared/protocol/decisions.ts';
import { missingIn, saidIn } from '../../../../client/protocol/decide/decision.ts';
import type { Draft } from '../../../../client/protocol/decide/drafts.ts';

const draft = (part: Partial<Draft>): Draft => ({
  versionId: 'v1',
  decision: null,
  remark: '',
  thinkUntil: '2026-03-17',
  ...part,
});

describe('a decision', () => {
  it('[SG45] no answer is chosen beforehand, and without one nothing is handed in', () => {
    expect(missingIn(draft({}), 'bestaetigt', '')).toBe('decision');
    expect(saidIn(draft({}))).toBeNull();
  });

  it('[SG46] a remark needs words, a no does not, thinking needs a day, a typed name needs a name', () => {
    expect(missingIn(draft({ decision: 'mit_anmerkung', remark: '  ' }), 'bestaetigt', '')).toBe('remark');
    expect(missingIn(draft({ decision: 'nicht_einverstanden' }), 'bestaetigt', '')).toBeNull();
    expect(missingIn(draft({ decision: 'bedenkzeit', thinkUntil: '' }), 'bestaetigt', '')).toBe('date');
    expect(missingIn(draft({ decision: 'einverstanden' }), 'name_getippt', ' ')).toBe('name');
    expect(missingIn(draft({ decision: 'einverstanden' }), 'name_getippt', 'Leon')).toBeNull();
  });

  it('[SG47] what is shown is what is stored: words of another answer do not slip in', () => {
    const typed = { remark: ' Lieber mittwochs. ', thinkUntil: '2026-03-17' };
    expect(saidIn(draft({ ...typed, decision: 'einverstanden' }))).toEqual({
      decision: 'einverstanden',
      remark: null,
      thinkUntil: null,
    });
    expect(saidIn(draft({ ...typed, decision: 'nicht_einverstanden' }))?.remark).toBe('Lieber mittwochs.');
    expect(saidIn(draft({ ...typed, decision: 'bedenkzeit' }))).toEqual({
      decision: 'bedenkzeit',
      remark: null,
      thinkUntil: '2026-03-17',
    });
  });

  it('[SG46] whatever this page lets through, the server takes', () => {
    for (const decision of DECISIONS) {
      const complete = draft({ decision, remark: 'Lieber mittwochs.' });
      expect(missingIn(complete, 'name_getippt', 'Leon')).toBeNull();
      const said = saidIn(complete);
      const body = {
        sha256: 'a'.repeat(64),
        decision,
        method: 'name_getippt',
        typedName: 'Leon',
        ...(said?.remark ? { remark: said.remark } : {}),
        ...(said?.thinkUntil ? { thinkUntil: said.thinkUntil } : {}),
      };
      expect(signOff.safeParse(body).success).toBe(true);
    }
  });
});
