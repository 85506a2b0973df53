import { z } from 'zod';

const Text = z.string().optional().catch(undefined);

/** https://developers.google.com/youtube/v3/docs/comments#resource: what we read of it. */
export const CommentSchema = z.object({
  kind: z.literal('youtube#comment'),
  id: z.string().min(1),
  snippet: z.object({
    authorDisplayName: Text,
    authorProfileImageUrl: Text,
    authorChannelUrl: Text,
    authorChannelId: z
      .object({ value: z.string().min(1) })
      .optional()
      .catch(undefined),
    textDisplay: z.string().catch(''),
    /** "Only returned to the authenticated user if they are the comment's author". */
    textOriginal: Text,
    parentId: Text,
    videoId: Text,
    viewerRating: Text,
    /** "Only returned if the API request was authorized by the channel owner or the video owner": published, heldForReview, likelySpam, rejected. */
    moderationStatus: Text,
    publishedAt: Text,
    updatedAt: Text,
  }),
});
export type Comment = z.infer<typeof CommentSchema>;

/** https://developers.google.com/youtube/v3/docs/commentThreads#resource. `replies` holds some, not all. */
export const ThreadSchema = z.object({
  kind: z.literal('youtube#commentThread'),
  id: z.string().min(1),
  snippet: z.object({
    videoId: Text,
    topLevelComment: z.unknown(),
    totalReplyCount: z.number().int().nonnegative().catch(0),
  }),
  replies: z
    .object({ comments: z.array(z.unknown()).catch([]) })
    .optional()
    .catch(undefined),
});
export type Thread = z.infer<typeof ThreadSchema>;

/** https://developers.google.com/youtube/v3/docs/search#resource, of a video. Titles come with HTML entities. */
export const FoundVideoSchema = z.object({
  kind: z.literal('youtube#searchResult'),
  id: z.object({ videoId: z.string().min(1) }),
  snippet: z.object({
    publishedAt: Text,
    channelId: z.string().min(1),
    channelTitle: Text,
    title: z.string().catch(''),
    description: z.string().catch(''),
  }),
});
export type FoundVideo = z.infer<typeof FoundVideoSchema>;

/** Our own words for what was not there any more when we asked again. */
export const GoneSchema = z.object({ gone: z.literal(true), id: z.string().min(1), at: z.string() });
