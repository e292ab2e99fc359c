import { describe, expect, it } from 'vitest';
import { addAgreement, readAgreements, setAgreementText } from '#shared/documents/plan/arrangements.ts';
import { setScale } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { goal, openPlan, type Write } from './open-plan.ts';

describe('room in a plan', () => {
  it('[GU20] nobody pastes more lines than paper takes, in one text or in many; prose of that size goes in', async () => {
    const { timers, come, answerTo, again } = openPlan({ shareOfOne: 0.5 });
    const [anna, ben] = [await come('anna'), await come('ben')];
    expect(await answerTo(anna, goal('lines', 'a\n'.repeat(9_999)))).toBe('quota');
    let page = await again(anna);
    expect(await answerTo(page, goal('prose', 'ein Satz '.repeat(2_000)))).toBe('taken');
    const agree =
      (words: string): Write =>
      (doc) =>
        void addAgreement(doc, words, ORIGIN.list);
    let pasted = 0;
    while ((await answerTo(page, agree('a\n'.repeat(500)))) === 'taken') {
      pasted += 500;
    }
    expect(pasted).toBeGreaterThan(6_000);
    expect(pasted).toBeLessThan(7_500);
    page = await again(page);
    expect(await answerTo(page, agree('Ein Satz von Hand'))).toBe('taken');
    expect(await answerTo(ben, agree('b\n'.repeat(500)))).toBe('taken');
    // Shorter texts make room.
    const [first] = readAgreements(page.doc);
    expect(await answerTo(page, (doc) => setAgreementText(doc, first?.id ?? '', '', ORIGIN.text))).toBe(
      'taken',
    );
    await timers.pass(2_000);
    expect(await answerTo(page, agree('a\n'.repeat(500)))).toBe('taken');
  });

  it('[GU20] links and numbers count: each is printed with a name or a title', async () => {
    const { come, answerTo } = openPlan({ paperChars: 10_000, shareOfOne: 1 });
    const anna = await come('anna');
    expect(await answerTo(anna, goal('g'))).toBe('taken');
    const scales =
      (from: number): Write =>
      (doc) => {
        for (let n = from; n < from + 60; n++) {
          setScale(doc, 'g', `person-${n}`, 3, ORIGIN.list, 'person-anna');
        }
      };
    expect(await answerTo(anna, scales(0))).toBe('taken');
    expect(await answerTo(anna, scales(60))).toBe('quota');
  });
});
