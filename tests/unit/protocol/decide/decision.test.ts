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
  method: 'bestaetigt',
  typedName: '',
  ...part,
});

describe('a decision', () => {
  it('[SG45] no answer is chosen beforehand, and without one nothing is handed in', () => {
    expect(missingIn(draft({}))).toBe('decision');
    expect(saidIn(draft({}))).toBeNull();
  });

  it('[SG46] a remark needs words, a no does not, thinking needs a day, a typed name needs a name', () => {
    expect(missingIn(draft({ decision: 'mit_anmerkung', remark: '  ' }))).toBe('remark');
    expect(missingIn(draft({ decision: 'nicht_einverstanden' }))).toBeNull();
    expect(missingIn(draft({ decision: 'bedenkzeit', thinkUntil: '' }))).toBe('date');
    expect(missingIn(draft({ decision: 'einverstanden', method: 'name_getippt', typedName: ' ' }))).toBe(
      'name',
    );
    expect(
      missingIn(draft({ decision: 'einverstanden', method: 'name_getippt', typedName: 'Leon' })),
    ).toBeNull();
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
      const typed = { method: 'name_getippt', typedName: 'Leon' } as const;
      const complete = draft({ decision, remark: 'Lieber mittwochs.', ...typed });
      expect(missingIn(complete)).toBeNull();
      const said = saidIn(complete);
      const body = {
        sha256: 'a'.repeat(64),
        decision,
        ...typed,
        ...(said?.remark ? { remark: said.remark } : {}),
        ...(said?.thinkUntil ? { thinkUntil: said.thinkUntil } : {}),
      };
      expect(signOff.safeParse(body).success).toBe(true);
    }
  });

  it('[SG15] a remark of line breaks alone makes no record endless', () => {
    const saying = (remark: string) =>
      signOff.safeParse({
        ...{ sha256: 'a'.repeat(64), decision: 'mit_anmerkung', method: 'bestaetigt' },
        remark,
      });
    expect(saying('Ein Satz mit vielen Wörtern.\n'.repeat(40)).success).toBe(true);
    expect(saying('ab '.repeat(650)).success).toBe(true);
    expect(saying('a\n'.repeat(900)).error?.issues).toMatchObject([
      { path: ['remark'], message: 'too_long' },
    ]);
  });
});
