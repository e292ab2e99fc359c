import type { ErrorBody } from '#shared/api/errors.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { ApiError } from '../../app/api.ts';

/**
 * Fetches a document and hands it to the browser as a file. Fetched, not linked: making a PDF takes
 * a moment, and a refusal has to come as words on this page.
 */
export async function downloadFile(
  path: string,
  fallbackName: string,
  { t, language }: { t: Translate; language: Language },
): Promise<void> {
  const answer = await reach(path, language, t);
  if (!answer.ok) {
    throw await errorOf(answer, t);
  }
  const name = fileNameIn(answer.headers.get('content-disposition')) ?? fallbackName;
  saveAs(await answer.blob(), name);
}

/** The file name a server proposes, RFC 6266; only the plain and the UTF-8 form. */
export function fileNameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) {
    try {
      return decodeURIComponent(encoded);
    } catch {
      // A name that is not encoded as it says: the plain one below.
    }
  }
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null;
}

async function reach(path: string, language: Language, t: Translate): Promise<Response> {
  try {
    return await fetch(`/api${path}`, {
      credentials: 'same-origin',
      headers: { 'accept-language': language },
    });
  } catch {
    throw new ApiError('network', t('ui.no_network'));
  }
}

async function errorOf(answer: Response, t: Translate): Promise<ApiError> {
  const body = (await answer.json().catch(() => null)) as Partial<ErrorBody> | null;
  return typeof body?.error === 'string' && typeof body.message === 'string'
    ? new ApiError(body.error, body.message, body.fields)
    : new ApiError('internal', t('ui.unexpected_answer'));
}

function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
