import { IntlMessageFormat } from 'intl-messageformat';
import { type Area, hasPlaceholders, type Text, type Wording } from './wording.ts';

/**
 * The texts of an area as a page carries them: those with placeholders parsed. Done once at the
 * build, so that no page carries the parser. A text that is no ICU message stops it.
 */
export function parsedArea(area: Area): Record<string, Wording<Text>> {
  return Object.fromEntries(Object.entries(area).map(([key, wording]) => [key, parsedWording(wording)]));
}

function parsedWording(wording: Wording): Wording<Text> {
  if (typeof wording === 'string') {
    return parsedText(wording);
  }
  return { du: parsedText(wording.du), sie: parsedText(wording.sie), neutral: parsedText(wording.neutral) };
}

function parsedText(text: string): Text {
  return hasPlaceholders(text) ? new IntlMessageFormat(text, 'en').getAst() : text;
}
