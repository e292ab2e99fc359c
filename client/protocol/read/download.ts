/**
 * Hands an answer to the browser as a file. Fetched, not linked: making a PDF takes a moment, and a
 * refusal has to come as words on this page.
 */
export async function saveAnswer(answer: Response, fallbackName: string): Promise<void> {
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
