import { describe, expect, it } from 'vitest';
import { type Draft, draftOf } from '../../../../client/protocol/decide/drafts.ts';

const fresh = (versionId: string): Draft => ({
  versionId,
  decision: null,
  remark: '',
  thinkUntil: '2026-03-17',
  method: 'name_getippt',
  typedName: '',
});
const typed: Draft = {
  ...fresh('v1'),
  decision: 'nicht_einverstanden',
  remark: 'Zu wenig Stunden.',
  typedName: 'Leon',
};

describe('an answer that is not handed in yet', () => {
  it('[SG48] comes back as it stood, the typed name and the way to confirm included', () => {
    expect(draftOf(JSON.stringify(typed), fresh('v1'))).toEqual(typed);
    const held: Draft = { ...typed, method: 'bestaetigt' };
    expect(draftOf(JSON.stringify(held), fresh('v1'))).toEqual(held);
    expect(draftOf(undefined, fresh('v1'))).toEqual(fresh('v1'));
  });

  it('[SG48] keeps the own sentence for a new version, but neither decision nor name', () => {
    expect(draftOf(JSON.stringify(typed), fresh('v2'))).toEqual({
      ...fresh('v2'),
      remark: 'Zu wenig Stunden.',
    });
  });

  it('[SG48] nonsense counts for nothing, and what holds no more leaves the sentence alone', () => {
    expect(draftOf('{"decision":"ja"', fresh('v1'))).toEqual(fresh('v1'));
    const kept = draftOf('{"versionId":"v1","remark":"x","decision":"ja"}', fresh('v1'));
    expect(kept).toMatchObject({ decision: null, remark: 'x', typedName: '' });
  });
});
