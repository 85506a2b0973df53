const POST = /^urn:li:(share|ugcPost|groupPost):\d{1,25}$/;
const COMMENT = /^urn:li:comment:\((urn:li:[a-zA-Z]+:\d{1,25}),\s*\d{1,25}\)$/;

/** What https://learn.microsoft.com/en-us/linkedin/dma/content/posts calls the urns of posts. */
export const isPostUrn = (urn: string): boolean => POST.test(urn);

/** `urn:li:comment:(<what it is about>,<number>)`, as the Comments API of Community Management writes it. */
export const isCommentUrn = (urn: string): boolean => COMMENT.test(urn);

/** The post that a comment stands under, as its urn says. */
export const postOfComment = (urn: string): string | undefined => COMMENT.exec(urn)?.[1];

/** A list in Rest.li 2.0: the members percent-encoded, brackets and commas inside them too. */
export const restliList = (members: readonly string[]): string => `List(${members.map(escaped).join(',')})`;

export const escaped = (value: string): string =>
  encodeURIComponent(value.toWellFormed()).replaceAll('(', '%28').replaceAll(')', '%29');

/** Keys of an answer come as they were asked for, or still encoded. */
export const plainUrn = (key: string): string => {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
};

/** Where people see a post: the form that the Posts API itself names for those who may not read it. */
export const pageOfPost = (urn: string): string | undefined =>
  /^urn:li:[a-zA-Z]+:\d{1,25}$/.test(urn) ? `https://www.linkedin.com/feed/update/${urn}/` : undefined;
