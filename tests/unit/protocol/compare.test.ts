import { describe, expect, it } from 'vitest';
import { translatorFor } from '#shared/i18n/every-locale.ts';
import { compareVersions, fateSentence } from '#shared/protocol/compare.ts';
import { reviewRow } from '#shared/protocol/report/reviews.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { comparedRows } from '../../../client/protocol/compare/comparison.ts';
import { firstContent, secondContent } from './leon.ts';
import { germanWords } from './report/german.ts';
import { comparisonCells, comparisonText } from './report/renderers.ts';

const t = translatorFor('de', 'neutral');
const fates = (before: ProtocolContent, after: ProtocolContent): Record<string, string> =>
  Object.fromEntries(compareVersions(before, after).map(({ id, fate }) => [id, fate]));

describe('comparing two versions', () => {
  it('[PR60] tells the fate of every goal by its id', () => {
    expect(fates(firstContent(), secondContent())).toEqual({
      'rz-1': 'laeuft_weiter',
      'hz-1': 'geaendert',
      'hs-1': 'laeuft_weiter',
      'hs-2': 'erreicht',
      'hz-5': 'neu',
      'rz-2': 'laeuft_weiter',
      'hz-3': 'erreicht',
      'hs-6': 'laeuft_weiter',
      'hz-2': 'beendet',
    });
  });

  it('[PR60] says what is different about a changed goal', () => {
    const changed = compareVersions(firstContent(), secondContent()).find(({ id }) => id === 'hz-1');
    expect(changed?.changes).toEqual(['wortlaut', 'termin']);
    expect(changed?.before?.goal.text).toContain('Ende Februar');
    expect(changed?.after?.goal.text).toContain('Ende August');
  });

  it('[PR60] finds a changed place, person and target', () => {
    const before = firstContent();
    const after = structuredClone(before);
    const [first, second] = after.goals ?? [];
    const moved = first?.goals?.splice(1, 1)[0];
    expect(moved?.id).toBe('hz-2');
    second?.goals?.push({ ...(moved as NonNullable<typeof moved>), responsible: 'p-sandra', target: 9 });
    const found = compareVersions(before, after).find(({ id }) => id === 'hz-2');
    expect([found?.fate, found?.changes]).toEqual(['geaendert', ['ort', 'wer', 'zielwert']]);
  });

  it('[PR60] counts a goal that was closed without being reached as ended', () => {
    const after = secondContent();
    const review = after.reviews?.find(({ goalId }) => goalId === 'hz-1');
    Object.assign(review ?? {}, { result: 'teilweise_erreicht', consequence: 'abschliessen' });
    expect(fates(firstContent(), after)['hz-1']).toBe('beendet');
  });

  it('[PR60] finds nothing changed in equal versions', () => {
    expect(new Set(Object.values(fates(firstContent(), firstContent())))).toEqual(new Set(['laeuft_weiter']));
  });

  it('[SG67] [SG70] tells outcome, obstacle, numbers then and now, and how it goes on', () => {
    const [before, after] = [firstContent(), secondContent()];
    const text = comparisonText(before, after);
    const told = after.reviews?.filter(({ goalId }) => ['hz-1', 'hz-2', 'hz-3'].includes(goalId)) ?? [];
    expect(told).toHaveLength(3);
    const words = germanWords(after);
    for (const review of told) {
      const { result, text: said, obstacle, scales, consequence } = reviewRow(review, words);
      for (const part of [result, said, obstacle, scales, consequence]) {
        expect(text).toContain(part);
      }
      // What was said today stands under today.
      const { then, today } = comparisonCells(before, after, review.goalId);
      for (const part of [result, obstacle, consequence].filter(Boolean)) {
        expect(then, review.goalId).not.toContain(part);
        expect(today, review.goalId).toContain(part);
      }
      expect(today.match(/Ziel 7/g) ?? [], 'a target stands once').toHaveLength(review.target === 7 ? 1 : 0);
    }
    expect(text).toContain('Skala 0 bis 10: Leon 4, Frau Wegner 3, Ziel 7');
  });

  it('[PR61] the sum is made from the rows that are shown, steps too', () => {
    const [before, after] = [firstContent(), secondContent()];
    const rows = (filter: Parameters<typeof comparedRows>[2]) => comparedRows(before, after, filter);
    expect(rows('all')).toHaveLength(5);
    expect(fateSentence(rows('all'), t)).toBe(
      '1 Ziel erreicht, 1 Schritt geschafft, 1 geändert, 1 neu, 1 beendet.',
    );
    expect(fateSentence(comparedRows(before, before, 'all'), t)).toBe('3 laufen weiter.');
    expect(fateSentence([], t)).toBe('Keine Ziele zu vergleichen.');
  });
});
