import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem } from '../contract.ts';

/** Why IMAP or SMTP did not work, from what the libraries throw. Details carry the server's own words, never ours. */
export const problemOfMail = (error: unknown, protocol: 'IMAP' | 'SMTP'): ChannelProblem => {
  const { code, words, status } = readError(error);
  const detail = `${protocol}: ${words || code || 'the connection failed'}`;
  if (isSignIn(error, code)) return { kind: 'unauthorised', detail };
  if (code === 'ETHROTTLE' || /too many (?:login|connection|message)|rate limit|throttl/i.test(words))
    return { kind: 'rate-limited', detail };
  if (
    /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO$|ETLS$|STARTTLS_INJECTION$)/.test(
      code,
    ) ||
    isTls(error)
  ) {
    return { kind: 'unreachable', detail: `${protocol}: no safe connection (${code || 'TLS'})` };
  }
  if (/TIMEOUT|ETIMEDOUT/.test(code))
    return { kind: 'timeout', detail: `${protocol}: no answer in time (${code})` };
  if (/^(?:Line|Literal|Response)TooLarge$/.test(code)) return { kind: 'too-large', detail };
  if (/^Parser|InvalidResponse|EPROTOCOL|UnexpectedTag/.test(code))
    return { kind: 'bad-response', detail: `${protocol}: an answer that does not read` };
  if (status !== undefined && status >= 400) return { kind: 'server-error', status, detail };
  if (/^NO$|^BAD$/.test(responseStatus(error))) return { kind: 'server-error', status: 0, detail };
  return { kind: 'unreachable', detail: `${protocol}: the connection failed (${code || 'unknown'})` };
};

export type ErrorFacts = {
  readonly code: string;
  readonly words: string;
  readonly status: number | undefined;
};

export const readError = (error: unknown): ErrorFacts => ({
  code: text(error, 'code'),
  words: cleanLine(text(error, 'responseText') || text(error, 'response') || text(error, 'reason'), 300),
  status: number(error, 'responseCode'),
});

const isSignIn = (error: unknown, code: string): boolean =>
  code === 'EAUTH' ||
  code === 'ENOAUTH' ||
  has(error, 'authenticationFailed') ||
  /^AUTHENTICATIONFAILED$|^AUTHORIZATIONFAILED$/.test(text(error, 'serverResponseCode'));

const isTls = (error: unknown): boolean => has(error, 'tlsFailed');

const responseStatus = (error: unknown): string => text(error, 'responseStatus');

const read = (error: unknown, key: string): unknown =>
  typeof error === 'object' && error !== null ? (error as Readonly<Record<string, unknown>>)[key] : undefined;

const text = (error: unknown, key: string): string => {
  const value = read(error, key);
  return typeof value === 'string' ? value : '';
};

const number = (error: unknown, key: string): number | undefined => {
  const value = read(error, key);
  return typeof value === 'number' ? value : undefined;
};

const has = (error: unknown, key: string): boolean => read(error, key) === true;
