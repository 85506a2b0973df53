import { z } from 'zod';

const Text = z.string().optional().catch(undefined);

/** https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews (checked 2026-11-22). */
export const ReviewSchema = z.object({
  /** `accounts/{account}/locations/{location}/reviews/{review}` */
  name: z.string().regex(/^accounts\/[^/]+\/locations\/[^/]+\/reviews\/[^/]+$/),
  reviewId: z.string().min(1),
  reviewer: z
    .object({
      profilePhotoUrl: Text,
      displayName: Text,
      isAnonymous: z.boolean().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  starRating: Text,
  comment: Text,
  createTime: Text,
  updateTime: Text,
  reviewReply: z
    .object({
      comment: z.string().catch(''),
      updateTime: Text,
      /**
       * PENDING, APPROVED, REJECTED: an accepted answer may still be refused (content/latest-updates, 2026-04-01). Programs that read it
       * know it by either name; the reference that we could read breaks off before it.
       */
      reviewReplyState: Text,
      state: Text,
      policyViolation: Text,
    })
    .optional()
    .catch(undefined),
  reviewMediaItems: z
    .array(z.object({ thumbnailUrl: Text, videoUrl: Text }))
    .optional()
    .catch(undefined),
});
export type Review = z.infer<typeof ReviewSchema>;

/** Our own words for a review that was not there any more when we asked again. */
export const GoneSchema = z.object({ gone: z.literal(true), name: z.string().min(1), at: z.string() });

/** StarRating of the same page; `STAR_RATING_UNSPECIFIED` and whatever comes later is no rating. */
/** What Google thinks of our answer, by whichever name it says it. */
export const replyStateOf = (reply: {
  readonly reviewReplyState?: string | undefined;
  readonly state?: string | undefined;
}): string | undefined => reply.reviewReplyState ?? reply.state;

const stars: Readonly<Record<string, number>> = { ONE: 1, TWO: 2, THREE: 3, FOUR: 4, FIVE: 5 };

export const ratingOf = ({ starRating = '' }: Review): { value: number; best: number } | undefined => {
  const value = Object.hasOwn(stars, starRating) ? stars[starRating] : undefined;
  return value === undefined ? undefined : { value, best: 5 };
};

/** The same review may be reached through several accounts: the place and the review name it. */
export const nativeIdOf = (name: string): string => name.split('/').slice(2).join('/');
