import { cleanText } from '../../platform/text/index.ts';

const MAX_LINKS = 50;

/** The web addresses written in a text, each once. */
export const linksIn = (text: string): readonly { readonly url: string }[] => {
  const found = new Set<string>();
  for (const [written] of text
    .slice(0, 1_000_000)
    .matchAll(/\bhttps?:\/\/[^\s<>"'«»“”{}|\\^`\]]{1,2000}/gi)) {
    const url = URL.parse(cleanText(trimEnd(written)).text);
    if (url && url.hostname.length > 1 && !url.username && !url.password) found.add(url.href);
    if (found.size >= MAX_LINKS) break;
  }
  return [...found].map((url) => ({ url }));
};

/** What ends the sentence does not end the address; a bracket belongs to it when it was opened in it. */
const trimEnd = (written: string): string => {
  const bare = written.replace(/[.,;:!?]{1,20}$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
};
