import { changeSettings } from '#shared/api/routes/participants.ts';
import type { Address, Language } from '#shared/i18n/language.ts';
import { useApi } from '../app/context.ts';
import { speakHere } from '../app/device/device-language.ts';

/** Changes how the product speaks to this person; the live view brings the change back. */
export function useSettings(participationId: string): {
  setLanguage(language: Language): Promise<unknown>;
  setAddress(address: Address): Promise<unknown>;
} {
  const api = useApi();
  const params = { participationId };
  return {
    setLanguage(language) {
      speakHere(language);
      return api.call(changeSettings, { params, body: { language } });
    },
    setAddress: (address) => api.call(changeSettings, { params, body: { address } }),
  };
}
