/**
 * Why an outgoing request did not give a response. `kind` is also the key of the phrase shown to people.
 * Hosts and codes are safe to log; full addresses (they may carry tokens) are never kept here.
 */
export type FetchProblem =
  | { readonly kind: 'blocked-address'; readonly host: string; readonly address: string }
  | { readonly kind: 'bad-url'; readonly reason: BadUrlReason }
  | { readonly kind: 'too-large'; readonly part: 'body' | 'headers'; readonly limitBytes: number }
  | { readonly kind: 'timeout'; readonly stage: 'connect' | 'headers' | 'body' | 'total' }
  | { readonly kind: 'dns'; readonly host: string; readonly code: string }
  | { readonly kind: 'tls'; readonly code: string }
  | { readonly kind: 'connection'; readonly code: string }
  | { readonly kind: 'too-many-redirects'; readonly limit: number }
  | { readonly kind: 'aborted' };

/** `downgrade`: https redirected to http. `body-elsewhere`: a redirect would hand our request's body to another host. */
export type BadUrlReason = 'malformed' | 'scheme' | 'credentials' | 'port' | 'downgrade' | 'body-elsewhere';

/** A refusal on its way through code that only knows exceptions (sockets, undici, libraries given our fetch). */
export class FetchRefusal extends TypeError {
  readonly problem: FetchProblem;
  readonly code = 'EGUARD';

  constructor(problem: FetchProblem, options?: ErrorOptions) {
    super(`outgoing request refused or failed: ${problem.kind}`, options);
    this.name = 'FetchRefusal';
    this.problem = problem;
  }
}

/** Names whatever a socket, the resolver, TLS or undici threw. Total: the unknown becomes a `connection` problem. */
export const problemOf = (error: unknown, host: string, headerLimitBytes: number): FetchProblem => {
  const chain = causes(error);
  const refusal = chain.find((cause) => cause instanceof FetchRefusal);
  if (refusal instanceof FetchRefusal) return refusal.problem;
  const codes = chain.map(codeOf).filter((code) => code !== '');
  for (const code of codes) {
    const known = problemOfCode(code, host, headerLimitBytes);
    if (known) return known;
  }
  if (chain.some((cause) => cause instanceof Error && cause.message === 'bad port')) {
    return { kind: 'bad-url', reason: 'port' };
  }
  if (chain.some((cause) => cause instanceof Error && cause.name === 'AbortError'))
    return { kind: 'aborted' };
  return { kind: 'connection', code: codes[0] ?? 'unknown' };
};

const timeouts: Readonly<Record<string, 'connect' | 'headers' | 'body'>> = {
  UND_ERR_CONNECT_TIMEOUT: 'connect',
  ETIMEDOUT: 'connect',
  UND_ERR_HEADERS_TIMEOUT: 'headers',
  UND_ERR_BODY_TIMEOUT: 'body',
};

const tlsCode = /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO$)/;
const dnsCode = /^(ENOTFOUND|ENODATA|EAI_)/;

const problemOfCode = (code: string, host: string, limitBytes: number): FetchProblem | undefined => {
  const stage = timeouts[code];
  if (stage) return { kind: 'timeout', stage };
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') {
    return { kind: 'too-large', part: 'headers', limitBytes };
  }
  if (dnsCode.test(code)) return { kind: 'dns', host, code };
  if (tlsCode.test(code)) return { kind: 'tls', code };
  return undefined;
};

/** The error and what caused it, outermost first; of several attempts (RFC 8305) each counts. */
const causes = (error: unknown, depth = 0): readonly unknown[] => {
  if (depth > 6 || typeof error !== 'object' || error === null) return [];
  const inner = error instanceof AggregateError ? error.errors.slice(0, 4) : [];
  const cause = 'cause' in error ? [error.cause] : [];
  return [error, ...[...inner, ...cause].flatMap((next) => causes(next, depth + 1))];
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
