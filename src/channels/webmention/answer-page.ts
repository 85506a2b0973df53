import { createHmac } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { isSameSecret } from '../doors/signatures.ts';
import { textDigest } from '../text-digest.ts';

const AnswerSchema = z.object({
  text: z.string().max(20_000),
  /** The page that we answer. */
  target: z.url({ protocol: /^https?$/ }),
  author: z.string().max(500),
  /** ISO date. */
  at: z.iso.datetime().optional(),
});
export type Answer = z.infer<typeof AnswerSchema>;

/** The path of an answer's page behind the door: it carries the answer itself, signed, so that nothing need be kept for it. */
export const answerPath = (answer: Answer, token: string): string => {
  const packed = deflateRawSync(JSON.stringify(answer)).toString('base64url');
  return `a/${packed}.${sign(packed, token)}`;
};

export const readAnswerPath = (path: string, tokens: readonly string[]): Answer | undefined => {
  const [, packed = '', signature] = /^a\/([\w-]{1,8000})\.([\w-]{1,64})$/.exec(path) ?? [];
  if (!tokens.some((token) => isSameSecret(signature, sign(packed, token)))) return undefined;
  try {
    const text = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: 100_000 }).toString();
    return AnswerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const sign = (packed: string, token: string): string =>
  createHmac('sha256', token).update(`answer ${packed}`).digest('base64url').slice(0, 32);

/** The name under which the connection remembers that an answer was taken back. */
export const takenBackName = (path: string): string => `taken-back ${textDigest(path)}`;

export const isTakenBack = (
  path: string,
  pushState: Readonly<Record<string, unknown>> | undefined,
): boolean => pushState?.[takenBackName(path)] !== undefined;

/** A page with the one entry (https://microformats.org/wiki/h-entry), which others read to verify the webmention. */
export const answerPage = ({ text, target, author, at }: Answer, site: string): string => {
  const paragraphs = text.split(/\n{2,}/).map((one) => `<p>${asHtml(one).replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html>
<html lang="it"><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>${asHtml(author)}</title></head>
<body><article class="h-entry">
<p class="p-author h-card"><a class="p-name u-url" href="${asHtml(site)}">${asHtml(author)}</a></p>
<p>In risposta a <a class="u-in-reply-to" href="${asHtml(target)}">${asHtml(target)}</a></p>
<div class="e-content">${paragraphs.join('\n')}</div>
${at ? `<p><time class="dt-published" datetime="${asHtml(at)}">${asHtml(at.slice(0, 10))}</time></p>` : ''}
</article></body></html>
`;
};

const asHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
