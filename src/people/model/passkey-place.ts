/**
 * Where passkeys are valid (WebAuthn Level 3, 5.1.2: a domain name with https, or `localhost`). An installation that
 * is reached by the loopback address offers them under its name `localhost`.
 */
export const passkeyPlace = (baseUrl: string): { readonly rpID: string; readonly origin: string } => {
  const base = new URL(baseUrl);
  if (!isLoopback(base.hostname)) return { rpID: base.hostname, origin: base.origin };
  base.hostname = 'localhost';
  return { rpID: 'localhost', origin: base.origin };
};

/** Whether a page at `pageUrl` of the installation at `baseUrl` can use them. */
export const passkeysWork = (baseUrl: string, pageUrl: string): boolean => {
  const { protocol, hostname } = new URL(baseUrl);
  if (isLoopback(hostname)) return new URL(pageUrl).hostname === 'localhost';
  return protocol === 'https:' && !/^[\d.]+$|^\[/.test(hostname);
};

const isLoopback = (hostname: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
