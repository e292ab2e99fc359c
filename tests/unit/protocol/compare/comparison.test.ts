import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedRows } from '../../../../client/protocol/compare/comparison.ts';
import { diffWords, type Stretch } from '../../../../client/protocol/compare/word-diff.ts';
import { EMPTY_CONTENT, goal, step } from '../content.ts';

const join = (stretches: readonly Stretch[]) => stretches.map(({ text }) => text).join('');
const changed = (stretches: readonly Stretch[]) =>
  stretches.filter((stretch) => stretch.changed).map(({ text }) => text);

describe('word by word', () => {
  it('[SG64] marks the words that fell away and those that are new', () => {
    const diff = diffWords(
      'Wir essen bis Ende Februar 2026 an vier Abenden zusammen.',
      'Wir essen bis Ende August 2026 an vier Abenden zusammen; in Spätdiensten drei.',
    );
    expect(changed(diff?.before ?? [])).toEqual(['Februar']);
    expect(changed(diff?.after ?? [])).toEqual(['August', '; in Spätdiensten drei']);
  });

  it('[SG64] shows whole sentences instead of confetti', () => {
    expect(diffWords('Ich gehe zum Fußball.', 'Wir reden jeden Sonntag miteinander.')).toBeNull();
    expect(diffWords('Ich gehe.', 'Ich gehe.')?.before).toEqual([{ text: 'Ich gehe.', changed: false }]);
  });

  it('[SG64] loses and invents not one character', () => {
    const sentence = fc
      .array(
        fc.constantFrom('Ich', 'gehe', 'zur', 'Schule', '7:45', 'Mama,', 'Üben', ' ', '\n', '„ja“', '👍'),
        {
          maxLength: 14,
        },
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const diff = diffWords(before, after);
        if (diff) {
          expect(join(diff.before)).toBe(before);
          expect(join(diff.after)).toBe(after);
          const same = (stretches: Stretch[]) =>
            join(stretches.filter((stretch) => !stretch.changed)).replace(/\s+/g, '');
          expect(same(diff.before)).toBe(same(diff.after));
        }
      }),
    );
  });

  it('[SG64] shows very long texts whole instead of holding up the page', () => {
    const long = 'Wort '.repeat(1000);
    expect(diffWords(long, `${long}Ende`)).toBeNull();
  });
});

describe('rows of a comparison', () => {
  const version = (goals: Parameters<typeof goal>[]) => ({
    ...EMPTY_CONTENT,
    goals: [
      {
        id: 'r',
        number: '1',
        text: 'Richtung',
        status: 'vereinbart' as const,
        goals: goals.map((one) => goal(...one)),
      },
    ],
  });
  const before = version([
    ['same', { steps: [step('kept', {}), step('dropped', { responsible: 'child' })] }],
    ['worded', { text: 'Alt' }],
    ['gone', {}],
  ]);
  const after = version([
    ['same', { steps: [step('kept', {}), step('fresh', {})] }],
    ['worded', { text: 'Neu', voice: 'child' }],
    ['added', {}],
  ]);
  const told = (filter: Parameters<typeof comparedRows>[2]) =>
    comparedRows(before, after, filter).map(({ id, fate }) => `${id} ${fate}`);

  it('[SG65] tells changed and dropped goals first and leaves out steps that go on', () => {
    expect(told('all')).toEqual([
      'worded geaendert',
      'dropped beendet',
      'gone beendet',
      'fresh neu',
      'added neu',
      'same laeuft_weiter',
    ]);
  });

  it('[SG65] can show only what changed, or only what concerns the young person', () => {
    expect(told('changed')).not.toContain('same laeuft_weiter');
    expect(told('child')).toEqual(['worded geaendert', 'dropped beendet']);
  });
});
