/** Euro for a million tokens, which is also millionths of a euro for one. */
export type Prices = { readonly priceIn: number; readonly priceOut: number };

/** Millionths of a euro, rounded up. */
export const costOf = (prices: Prices, tokensIn: number, tokensOut: number): number =>
  Math.ceil(tokensIn * prices.priceIn + tokensOut * prices.priceOut);

/** How many tokens a text is at most likely to be, for servers that do not say: Italian has some four letters to one. */
export const estimateTokens = (text: string): number => Math.ceil(text.length / 3);

/** True when what was spent and what this can come to (millionths of a euro) stay within the cap (euro); no cap, no limit. */
export const fitsCap = (cap: number | null, spent: number, most: number): boolean =>
  cap === null || spent + most <= cap * 1_000_000;
