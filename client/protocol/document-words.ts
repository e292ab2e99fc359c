import { meeting } from '#shared/i18n/locales/de/meeting.ts';
import { type Wording, wordingOf } from '#shared/protocol/report/wording.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';

/**
 * Words of a document on a screen. It is German and neutral for everybody, as on paper: who reads in
 * another language still decides about this text.
 */
export function documentWords(content: ProtocolContent): Wording {
  return wordingOf(content, meeting);
}
