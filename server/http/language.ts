import { knownLanguage, type Language } from '#shared/i18n/language.ts';

/** The first language of an Accept-Language header that the product speaks; German otherwise. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return { code: tag.toLowerCase().split('-')[0] ?? '', quality: quality ? Number(quality) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return knownLanguage(wanted.map(({ code }) => code));
}
