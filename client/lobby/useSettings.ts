import type { Address, Language } from '#shared/i18n/language.ts';
import { useApi } from '../app/context.ts';
import { chooseLanguageHere } from '../app/device-language.ts';

/** Changes how the product speaks to this person; the live view brings the change back. */
export function useSettings(participationId: string): {
  setLanguage(language: Language): Promise<void>;
  setAddress(address: Address): Promise<void>;
} {
  const api = useApi();
  const path = `/p/${participationId}/settings`;
  return {
    setLanguage(language) {
      chooseLanguageHere(language);
      return api.post(path, { language });
    },
    setAddress: (address) => api.post(path, { address }),
  };
}
