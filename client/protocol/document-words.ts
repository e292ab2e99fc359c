import { useMemo } from 'react';
import { meeting } from '#shared/i18n/locales/de/meeting.ts';
import { type Wording, wordingFrom, wordingOf } from '#shared/protocol/report/wording.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { useLanguage, useT } from '../app/context.ts';
import { planWords } from '../ui/text/in-parts.ts';

/**
 * Words of a document on a screen. It is German and neutral for everybody, as on paper: who reads in
 * another language still decides about this text.
 */
export function documentWords(content: ProtocolContent): Wording {
  return wordingOf(content, meeting);
}

/**
 * Words of a page about a document: it speaks as everything around it does. What somebody said stays as it was
 * typed and is found again by `inParts`.
 */
export function usePageWords(content: ProtocolContent): Wording {
  const t = useT();
  const { locale: tag } = useLanguage();
  return useMemo(() => wordingFrom(content, { t, tag, own: planWords }), [content, t, tag]);
}
