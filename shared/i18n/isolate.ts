/** Letters that are written from right to left: Hebrew, Arabic and their neighbours (UAX #9, R and AL). */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** What is set apart already. */
const ISOLATED = /\u2068[^\u2069]*\u2069/gu;

/**
 * A name or words for the middle of a sentence: where they run the other way they are set apart (FSI,
 * PDI), so that no number or name beside them changes its place. Everything else stays sign by sign.
 */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text.replace(ISOLATED, '')) ? `\u2068${text}\u2069` : text;
}

/** Parts that are there, each set apart where it runs the other way, with a separator between them. */
export function joinedParts(parts: readonly (string | undefined)[], separator: string): string {
  return parts.flatMap((part) => (part ? [isolated(part)] : [])).join(separator);
}
