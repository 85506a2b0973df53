import tlds from 'tlds' with { type: 'json' };

/**
 * How X counts (https://docs.x.com/fundamentals/counting-characters): 280; letters of most alphabets weigh one, others (Chinese, Japanese, Korean) two, an
 * emoji two whatever it is made of, any address 23 whatever its length.
 */
export const WEIGHT_MAX = 280;
const URL_WEIGHT = 23;

export const weigh = (text: string): number => {
  const { rest, urls } = withoutUrls(text.normalize('NFC'));
  let weight = urls * URL_WEIGHT;
  for (const { segment } of segmenter.segment(rest)) {
    weight += emoji.test(segment) ? 2 : [...segment].reduce((sum, sign) => sum + weightOf(sign), 0);
  }
  return weight;
};

/** Whether X would make a link of something in it: then a post costs more. Rather too often than too seldom. */
export const hasUrl = (text: string): boolean => withoutUrls(text.normalize('NFC')).urls > 0;

const segmenter = new Intl.Segmenter('it', { granularity: 'grapheme' });
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

const weightOf = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0;
  const isLight =
    code <= 4_351 ||
    (code >= 8_192 && code <= 8_205) ||
    (code >= 8_208 && code <= 8_223) ||
    (code >= 8_242 && code <= 8_247);
  return isLight ? 1 : 2;
};

const known = new Set<string>(tlds);
const candidate =
  /(^|[^\p{L}\p{N}@$#_.-])(https?:\/\/[^\s]*[^\s.,;:!?'"»)\]]|(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.)+([\p{L}-]{2,63})(?::\d+)?(?:[/?#][^\s]*)?)/giu;

const withoutUrls = (text: string): { readonly rest: string; readonly urls: number } => {
  let urls = 0;
  const rest = text.replace(candidate, (whole, before: string, _address: string, end: string | undefined) => {
    const isAddress = end === undefined || known.has(end.toLowerCase());
    if (!isAddress) return whole;
    urls += 1;
    return before;
  });
  return { rest, urls };
};
