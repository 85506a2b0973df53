/** Where a post stands: the address that people see, and what its answers name. It holds until a post is moved to another topic. */
export const postId = (site: string, topicId: number, postNumber: number): string =>
  `${site}/t/${topicId}/${postNumber}`;

export const readPostId = (
  nativeId: string,
): { readonly topicId: number; readonly postNumber: number } | undefined => {
  const match = /\/t\/(\d{1,15})\/(\d{1,15})$/.exec(nativeId);
  return match ? { topicId: Number(match[1]), postNumber: Number(match[2]) } : undefined;
};

/** Names are unique on a forum, whatever their case. */
export const personId = (site: string, username: string): string => `${site}/u/${username.toLowerCase()}`;
