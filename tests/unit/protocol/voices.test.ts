import { describe, expect, it } from 'vitest';
import { canonicalBytes, parseCanonical } from '#shared/protocol/canonical.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { germanReport } from './report/german.ts';
import { pageText, paperSections, previewText, wallText } from './report/renderers.ts';
import { contentOf, SAID } from './voices.ts';

/** Names and paragraphs of a section, in the order in which they are drawn. */
function drawn(content: ProtocolContent, section: string): string[] {
  const blocks = germanReport(content).sections.find(({ code }) => code === section)?.blocks ?? [];
  return blocks.flatMap((block) => (block.kind === 'paragraphs' ? [block.voice, ...block.items] : []));
}

describe('whose words a version holds', () => {
  it('[PR7] names the voice of each text of a section, in their order', () => {
    const content = contentOf(SAID);
    expect(content.texts).toEqual([
      { section: 'anlass', voice: 'p-seidel', paragraphs: ['Das halbe Jahr ist um.'] },
      { section: 'sicht_kind', voice: 'p-leon', paragraphs: ['Ich will öfter zu Papa.'] },
      {
        section: 'sicht_kind',
        voice: 'p-seidel',
        paragraphs: ['Leon erzählt von der Schule.', 'Er geht wieder hin.'],
      },
      { section: 'sicht_eltern', voice: 'p-sandra', paragraphs: ['Abends ist es ruhiger.'] },
      { section: 'sicht_eltern', voice: 'p-thomas', paragraphs: ['Ich hole ihn jedes zweite Wochenende.'] },
    ]);
    expect(parseCanonical(canonicalBytes(content))).toEqual(content);
    const named = content.persons.map(({ id }) => id);
    expect(content.texts?.every(({ voice }) => voice && named.includes(voice))).toBe(true);
  });

  it('[PR7] what one voice says in a row is one text, and of somebody unknown only the words stay', () => {
    const { texts } = contentOf([
      ['sicht_kind', 'p-leon', 'Eins.'],
      ['sicht_kind', 'p-leon', 'Zwei.'],
      ['sicht_kind', 'gone', 'Drei.'],
      ['sicht_kind', 'p-leon', 'Vier.'],
      ['sicht_kind', 'p-sandra', ' '],
    ]);
    expect(texts).toEqual([
      { section: 'sicht_kind', voice: 'p-leon', paragraphs: ['Eins.', 'Zwei.'] },
      { section: 'sicht_kind', paragraphs: ['Drei.'] },
      { section: 'sicht_kind', voice: 'p-leon', paragraphs: ['Vier.'] },
    ]);
  });

  it('[PR8] stands above the words where several have spoken, or somebody whose section it is not', () => {
    const content = contentOf(SAID);
    expect(drawn(content, 'anlass')).toEqual(['Frau Seidel', 'Das halbe Jahr ist um.']);
    expect(drawn(content, 'sicht_kind')).toEqual([
      'Leon',
      'Ich will öfter zu Papa.',
      'Frau Seidel',
      'Leon erzählt von der Schule.',
      'Er geht wieder hin.',
    ]);
    expect(drawn(contentOf([['sicht_kind', 'p-leon', 'Gut.']]), 'sicht_kind')).toEqual(['', 'Gut.']);
    expect(drawn(contentOf([['sicht_kind', 'p-sandra', 'Gut.']]), 'sicht_kind')).toEqual([
      'Frau Wegner',
      'Gut.',
    ]);
    expect(drawn(contentOf([['sicht_eltern', 'p-thomas', 'Gut.']]), 'sicht_eltern')).toEqual([
      'Herr Krüger',
      'Gut.',
    ]);
    const old = contentOf([
      ['sicht_kind', 'p-leon', 'Gut.'],
      ['sicht_kind', null, 'Von früher.'],
    ]);
    expect(drawn(old, 'sicht_kind')).toEqual(['Leon', 'Gut.', 'Ohne Namen aufgeschrieben', 'Von früher.']);
  });

  it('[PR8] is said on page, open plan, shared screen and paper alike', () => {
    const content = contentOf(SAID);
    const papers = paperSections(content)
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'paragraphs' ? [block.voice, ...block.items] : []))
      .join('\n');
    for (const text of [pageText(content), previewText(content), wallText(content), papers]) {
      const after = text.indexOf('Er geht wieder hin.');
      expect(text.slice(after)).toMatch(/Frau Wegner\s+Abends ist es ruhiger\.\s+Herr Krüger\s+Ich hole ihn/);
    }
  });
});
