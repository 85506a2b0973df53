/**
 * What X takes, in millionths of a dollar (https://docs.x.com/x-api/getting-started/pricing, pay per use; read 2026-11-22). Reads are charged by each thing
 * in a successful answer, once in a UTC day however often it comes; writes by the call.
 */
export const xPrices = {
  source: 'https://docs.x.com/x-api/getting-started/pricing',
  checkedOn: '2026-11-22',
  currency: 'USD',
  /** "Posts: Read". */
  postRead: 5_000,
  /** "Owned Reads": one's own posts, and posts that mention one. */
  ownedRead: 1_000,
  /** "User: Read": authors that come along with posts are counted as such, to be on the safe side. */
  userRead: 10_000,
  /** "Content: Create". */
  postCreate: 15_000,
  /** "Content: Create (with URL)". */
  postCreateWithUrl: 200_000,
  /** "Interaction: Delete". */
  postDelete: 10_000,
  /** Counting posts has no price on that page: counted as one post read, to be on the safe side. */
  count: 5_000,
} as const;

/** A euro is taken for a dollar: less than it is worth, so that a budget in euros is never overspent. */
export const DOLLARS_A_EURO = 1;

export const MICRO = 1_000_000;
