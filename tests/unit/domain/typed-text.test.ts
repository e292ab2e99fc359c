import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCleanText, typedLine, typedText, typedValue } from '#shared/domain/typed-text.ts';

describe('words on their way in', () => {
  it('[UI75] line ends of word processors become line breaks, other control signs fall away', () => {
    expect(typedText('ab\vcd\fef\r\ngh\rij\u2028kl')).toBe('ab\ncd\nef\ngh\nij\nkl');
    expect(typedText('a\u0000b\u001bc\u009fd\te')).toBe('abcd\te');
  });

  it('[UI75] signs that turn the direction of what follows fall away; Arabic and its marks stay', () => {
    expect(typedText('Stunden: 3\u202e4\u2066!')).toBe('Stunden: 34!');
    expect(typedText('مرحبا\u200f!')).toBe('مرحبا\u200f!');
  });

  it('[UI75] half characters fall away, whole emojis stay, and letters take their composed form', () => {
    expect(typedText('x\ud83d y👨‍👩‍👧 Mu\u0308ller')).toBe('x y👨‍👩‍👧 Müller');
  });

  it('[UI75] accents piled on a letter fall away beyond the fourth; those of any language stay', () => {
    const piled = `H${'\u0300\u0316'.repeat(20)}i`;
    expect([...typedText(piled)]).toHaveLength(6);
    for (const words of ['Nguyễn Thị Hằng', 'ที่นี่ดีที่สุด', 'שָׁלוֹם', 'مُحَمَّدٌ', 'བསྒྲུབས', '👩🏽‍❤️‍👨🏻 1️⃣', 'ε̂̓ͅ']) {
      expect(typedText(words)).toBe(words.normalize('NFC'));
    }
  });

  it('[UI75] in a sentence a line break or a tab is a space', () => {
    expect(typedLine('Ich koche\n  am Montag\tund\r\nFreitag')).toBe('Ich koche am Montag und Freitag');
  });

  it('[UI75] whatever comes in, nothing forbidden is left, and a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = typedText(text);
        expect(isCleanText(clean)).toBe(true);
        expect(clean.isWellFormed()).toBe(true);
        expect(typedText(clean)).toBe(clean);
        expect(typedLine(text)).not.toMatch(/[\n\t]/);
      }),
    );
  });

  it('a value that is no text stays as it is', () => {
    expect([typedValue(3), typedValue(null), typedValue(['a\n'])]).toEqual([3, null, ['a\n']]);
  });
});
