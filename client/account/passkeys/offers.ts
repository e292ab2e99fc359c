/**
 * Whether this browser has passkeys for this page: browsers keep them for https and `localhost`, and for names,
 * never for an address in numbers. What makes and asks for them is loaded only then.
 */
export function offersPasskeys(): boolean {
  const { hostname } = window.location;
  const isNumbers = hostname.includes(':') || /^[\d.]+$/.test(hostname);
  return window.isSecureContext && 'PublicKeyCredential' in window && !isNumbers;
}
