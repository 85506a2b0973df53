import { cleanBody } from '../clean-words.ts';

/**
 * LinkedIn's "little text" as people read it: `@[Name](urn:li:…)`, `{hashtag|\#|name}` and backslashes before signs
 * (learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format). Spans are bounded: the work is linear.
 */
export const plainWords = (text: string): string =>
  cleanBody(
    text
      .replace(/@\[([^[\]\n]{1,200})\]\(urn:li:[^()\s]{1,200}\)/g, '$1')
      .replace(/\{hashtag\|(?:\\?#|＃)\|([^{}|\n]{1,200})\}/g, '#$1')
      .replace(/\\([|{}@[\]()<>#*_~\\])/g, '$1'),
  );
