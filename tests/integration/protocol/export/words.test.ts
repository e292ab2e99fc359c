import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { firstContent, secondContent } from '../../../unit/protocol/leon.ts';
import { contents } from '../../../unit/protocol/report/arbitrary-content.ts';
import { germanReport } from '../../../unit/protocol/report/german.ts';
import { DISSENT, SIGNOFFS, versionOf } from '../../../unit/protocol/signoffs.ts';
import { exported, squeeze, textOf } from './paper.ts';

/** Every text in a piece of a report; ids and codes are not shown. */
const UNSHOWN = new Set(['id', 'kind', 'domain', 'commitment', 'name', 'pos']);
const wordsOf = (value: unknown): string[] => {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => (UNSHOWN.has(key) ? [] : wordsOf(inner)))
    : [];
};
describe('a version as PDF', () => {
  it('[PR40] holds every goal, name, dissent, decision and the checksum', async () => {
    const content = secondContent();
    const text = textOf(await exported(content));
    const goals = (content.goals ?? []).flatMap((goal) => [
      goal.text,
      ...(goal.goals ?? []).flatMap((child) => [child.text, ...(child.steps ?? []).map((step) => step.text)]),
    ]);
    const names = content.participants.map(
      ({ person }) => content.persons.find(({ id }) => id === person)?.fullName ?? 'missing',
    );
    const { sha256, code } = versionOf(content);
    const said = [
      ...goals,
      ...names,
      ...(content.resources ?? []).map(({ title }) => title),
      'Ich sehe Papa ab November 2025 jedes zweite Wochenende.',
      'Dienstplan kommt oft kurzfristig.',
      'Im Durchschnitt drei Abende pro Woche.',
      'als Erhaltungsziel fortführen',
      DISSENT,
      'Lieber jedes zweite Wochenende, wenn Papa kann.',
      'Was wir unterschiedlich sehen',
      'einfache elektronische Signatur',
      '2,5 Stunden in der Woche',
      '15. September 2026',
      'Herr Aydın',
      'zuerst: möchte noch nachdenken',
      'dann: nicht einverstanden',
      sha256,
      code,
      'Fassung 2.0',
    ];
    for (const words of said) {
      expect(text).toContain(squeeze(words));
    }
  });

  it('[UI74] declines names, and [ME11] tells a plan that nobody noted as a plan', async () => {
    const content = secondContent();
    const goal = content.goals?.[0]?.goals?.[0];
    const [first] = content.participants;
    if (!goal || !first) {
      throw new Error('the example has no goal or nobody');
    }
    goal.responsible = 'p-sandra';
    goal.supporters = ['p-leon', 'p-aydin'];
    first.planned = true;
    const text = textOf(await exported(content));
    expect(text).toContain(squeeze('Frau Wegner, mit Leon, Herrn Aydın'));
    expect(text.split(squeeze('geplant: vor Ort')).length).toBe(2);
  });

  it('[PR32] says on paper everything that the report says of goals, steps, strengths and people', async () => {
    const samples = fc.sample(contents, { numRuns: 4, seed: 7 });
    for (const content of [secondContent(), ...samples]) {
      const path = await exported(content, []);
      // As it lies on the page: lines and columns are in the order of reading.
      const text = textOf(path);
      const report = germanReport(content, { version: versionOf(content) });
      for (const part of wordsOf(report.sections.map(({ blocks }) => blocks))) {
        expect(text).toContain(squeeze(part));
      }
    }
  }, 60_000);

  it('[PR43] treats words of people as data, whatever they look like', async () => {
    const nasty =
      '#panic("x") #strong[a] $x^2$ <script>alert(1)</script> \\ *fett* _k_ @label // `x` {name} </text>';
    const content: ProtocolContent = {
      ...secondContent(),
      agreements: [nasty],
      resources: [{ id: 'r', domain: 'sozial', title: nasty, state: 'erkannt' }],
    };
    const text = textOf(
      await exported(content, [{ ...SIGNOFFS[0], remark: nasty } as (typeof SIGNOFFS)[number]]),
    );
    expect(text.split(squeeze(nasty)).length).toBeGreaterThanOrEqual(4);
  });

  it('[PR46] sets fields of 20 000 characters, with and without spaces, to the end', async () => {
    const long = `${'Ein sehr langer Satz mit vielen Wörtern. '.repeat(480)}ENDE-A`;
    const unbroken = `${'x'.repeat(19_990)}ENDE-B`;
    const base = secondContent();
    const content: ProtocolContent = {
      ...base,
      agreements: [long, unbroken],
      goals: base.goals?.map((goal) => ({
        ...goal,
        text: long,
        goals: goal.goals?.map((child) => ({ ...child, text: long, indicator: unbroken })),
      })),
      reviews: base.reviews
        ?.slice(0, 1)
        .map((review) => ({ ...review, before: long, obstacle: unbroken, text: long })),
    };
    const path = await exported(content);
    const text = textOf(path);
    // Headers and footers stand between the pages, so parts are counted.
    const count = (words: string): number => text.split(words).length - 1;
    const goals = (base.goals ?? []).length + (base.goals ?? []).flatMap((goal) => goal.goals ?? []).length;
    expect(count('ENDEA')).toBe(1 + goals + 2);
    expect(count('ENDEB')).toBe(1 + goals - (base.goals ?? []).length + 1);
    expect(count('x')).toBeGreaterThanOrEqual(19_990 * 2);
  }, 120_000);

  it('[PR47] works with nothing but a head, and offers a line for each signature on paper', async () => {
    const { goals, resources, services, leitziel, ...bare } = firstContent();
    expect([goals, resources, services, leitziel]).not.toContain(undefined);
    const text = textOf(await exported(bare, [], ['p-renate', 'nobody']));
    expect(text).toContain('3.Unterschriften');
    expect(text).not.toContain('4.');
    expect(text).toContain(squeeze('Oma Renate (Renate Wegner)'));
    expect(text).not.toContain(squeeze('Frau Lorenz (Petra Lorenz)'));
  });
});
