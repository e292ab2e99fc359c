import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CLIENT = join(import.meta.dirname, '../../../client');
const TOKENS = readdirSync(join(CLIENT, 'ui/tokens'))
  .map((file) => readFileSync(join(CLIENT, 'ui/tokens', file), 'utf8'))
  .join('\n');
const THEMES = ['light', 'dark', 'contrast'] as const;
type Theme = (typeof THEMES)[number];

/** Colours of a theme by token, as they stand in ui/tokens. */
function colours(theme: Theme): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', light = '', dark = ''] of TOKENS.matchAll(
    /--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g,
  )) {
    if (!found.has(name)) {
      found.set(name, theme === 'light' ? light : dark);
    }
  }
  if (theme === 'contrast') {
    const block = /\[data-theme="contrast"\] \{([^}]*)\}/.exec(TOKENS)?.[1] ?? '';
    for (const [, name = '', value = ''] of block.matchAll(/--([\w-]+): (#[\da-f]{3,6});/g)) {
      found.set(name, value.length === 4 ? value.replace(/[\da-f]/g, '$&$&') : value);
    }
  }
  return found;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const CARDS = ['rz', 'hz', 'st', 'nt', 'pe', 'so', 'ma', 'oe'];
const GROUNDS = ['bg', 'surface', 'surface-2', 'table'];
const HUES = Array.from({ length: 8 }, (_, hue) => `hue-${hue}`);

/** Foreground, ground, least contrast. */
const PAIRS: [string, string, number][] = [
  ...GROUNDS.flatMap((ground): [string, string, number][] => [
    ['text', ground, 7],
    ['text-2', ground, 4.5],
    ['action', ground, 4.5],
  ]),
  ...['ok', 'warn', 'err'].map((sign): [string, string, number] => [sign, 'surface', 4.5]),
  ['text', 'warn-soft', 7],
  ['warn', 'warn-soft', 4.5],
  ['text', 'action-soft', 7],
  ['on-action', 'action', 4.5],
  ['on-ink', 'ink', 7],
  ['line', 'surface', 3],
  ['wire', 'table', 3],
  ['focus', 'bg', 3],
  ['focus', 'table', 3],
  ...CARDS.map((card): [string, string, number] => [`${card}-i`, card, 7]),
  ...CARDS.map((card): [string, string, number] => [`${card}-e`, 'table', 3]),
  ...['rz', 'hz', 'st', 'nt'].map((card): [string, string, number] => [`${card}-s`, card, 4.5]),
  ...['pe', 'so', 'ma', 'oe'].map((card): [string, string, number] => [`${card}-e`, card, 4.5]),
  ...HUES.map((hue): [string, string, number] => [hue, 'surface', 4.5]),
];

describe('tokens', () => {
  it.each(THEMES)('[UI60] every pair of the %s theme is legible', (theme) => {
    const tokens = colours(theme);
    const weak = PAIRS.filter(([front, ground, least]) => {
      const [a, b] = [tokens.get(front), tokens.get(ground)];
      return a === undefined || b === undefined || contrast(a, b) < least;
    });
    expect(weak).toEqual([]);
  });

  it('[UI61] nothing but the tokens names a colour', () => {
    const named = ['ui', 'home'].flatMap((folder) => colouredLines(join(CLIENT, folder)));
    expect(named).toEqual([]);
  });
});

/** Lines that name a colour: hex, rgb, hsl. The code for cameras is dark on white in every theme. */
function colouredLines(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.(css|tsx?)$/.test(file) && !/^tokens\/|QrCode/.test(file))
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter(
          (line) =>
            /(#[\da-f]{3,8}\b|\b(?:rgb|hsl)a?\()/i.test(line) && !/mask|#000[08]? 98%|#0000?\b/.test(line),
        )
        .map((line) => `${file}: ${line.trim()}`),
    );
}
