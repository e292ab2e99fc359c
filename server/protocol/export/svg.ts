import type { Glyphs } from './glyphs.ts';

/** Small tools for drawing: escaping, breaking text into lines, cards. Real text, never paths of letters. */

/** A card's colours: fill, edge, ink. */
export interface Colours {
  fill: string;
  edge: string;
  ink: string;
}

/** One run of lines with the same look. */
export interface TextStyle {
  size: number;
  weight: 'regular' | 'bold';
  italic?: boolean;
  colour: string;
}

export interface Paragraph {
  text: string;
  style: TextStyle;
}

const LINE = 1.32;

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Lines of at most `width`, all of them; a word that no line can hold goes on in the next one. */
function wrap(text: string, width: number, style: TextStyle, glyphs: Glyphs): string[] {
  const fits = (line: string): boolean => glyphs.width(line, style.weight) * style.size <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    const pieces = piecesOf(word, fits);
    lines.push(...(line === '' ? [] : [line]), ...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line];
}

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' });

/** A word in as few pieces as lines can hold, cut between two graphemes and marked by nothing. */
function piecesOf(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) {
    return [word];
  }
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && !fits(piece + segment)) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

/** Draws paragraphs below each other from the top `y`; says how high they are. */
export function setText(
  paragraphs: readonly Paragraph[],
  x: number,
  y: number,
  width: number,
  glyphs: Glyphs,
): { svg: string; height: number } {
  let at = y;
  const svg = paragraphs
    .filter(({ text }) => text !== '')
    .flatMap(({ text, style }) =>
      wrap(text, width, style, glyphs).map((line) => {
        at += style.size * LINE;
        return textLine(line, x, at - style.size * 0.3, style);
      }),
    )
    .join('');
  return { svg, height: at - y };
}

export function textLine(
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  anchor: 'start' | 'middle' | 'end' = 'start',
): string {
  const weight = style.weight === 'bold' ? ' font-weight="700"' : '';
  const slant = style.italic ? ' font-style="italic"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${style.size}" fill="${style.colour}" text-anchor="${anchor}"${weight}${slant}>${escapeXml(text)}</text>`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A whole picture; families are named so that every sign finds its font. */
export function svgOf(width: number, height: number, families: readonly string[], body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${round(height)}" viewBox="0 0 ${width} ${round(height)}" font-family="${families.map((name) => `'${name}'`).join(', ')}">${body}</svg>`;
}
