import { err, ok, type Result } from '../result.ts';
import { decodeText } from './decode-text.ts';
import type { Redirect } from './exchange.ts';

/** A response wholly read, within its caps. Any status: 404 and 500 are answers, not problems. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Where it finally came from. */
  readonly url: string;
  readonly redirects: readonly Redirect[];
  /** Where the asked address has moved for good: the end of the unbroken row of 301 and 308 from the start. */
  readonly movedTo: string | undefined;
  bytes(): Uint8Array<ArrayBuffer>;
  /** Decoded by mark, header, declaration or guess; never throws. */
  text(): string;
  /** Parsed, not validated: the caller's schema does that. */
  json(): Result<unknown, BadJson>;
}

export interface BadJson {
  readonly kind: 'bad-json';
  /** The media type that came instead, often `text/html`. */
  readonly contentType: string;
}

export const createResponse = (
  head: Pick<FetchResponse, 'status' | 'headers' | 'url' | 'redirects'>,
  body: Uint8Array<ArrayBuffer>,
): FetchResponse => {
  const contentType = head.headers.get('content-type');
  const text = () => decodeText(body, contentType);
  return {
    ...head,
    movedTo: movedTo(head.redirects),
    bytes: () => body,
    text,
    json: () => parseJson(text(), contentType ?? ''),
  };
};

const movedTo = (redirects: readonly Redirect[]): string | undefined => {
  const firstPassing = redirects.findIndex((redirect) => !redirect.isPermanent);
  return (firstPassing === -1 ? redirects : redirects.slice(0, firstPassing)).at(-1)?.to;
};

const parseJson = (text: string, contentType: string): Result<unknown, BadJson> => {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err({ kind: 'bad-json', contentType });
  }
};
