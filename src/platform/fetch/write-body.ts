/** Only bodies that can be sent twice: a redirect may ask for it. */
export type OutgoingBody = string | Uint8Array<ArrayBuffer> | URLSearchParams | FormData | Blob;

export interface WrittenBody {
  readonly bytes: string | Uint8Array<ArrayBuffer> | undefined;
  /** What the body itself says it is (a form's boundary, a blob's kind); a header of the caller's comes first. */
  readonly contentType: string | null;
}

/**
 * The body as it goes over the wire. The platform's own `FormData` is not the one that undici's `fetch` knows, which
 * would send its name instead of its parts: so the platform itself writes it (RFC 7578).
 */
export const writeBody = async (body: OutgoingBody | undefined): Promise<WrittenBody> => {
  if (body === undefined || body instanceof Uint8Array) return { bytes: body, contentType: null };
  const written = new Response(body);
  const contentType = written.headers.get('content-type');
  if (typeof body === 'string') return { bytes: body, contentType };
  return { bytes: new Uint8Array(await written.arrayBuffer()), contentType };
};
