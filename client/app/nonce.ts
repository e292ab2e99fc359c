/**
 * The nonce of this page's content policy, which the server writes into
 * `<meta name="csp-nonce" content="…">`. Libraries that make a style element need it.
 */
export const cspNonce: string | undefined =
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content || undefined;
