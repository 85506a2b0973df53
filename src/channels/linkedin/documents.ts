import { z } from 'zod';

const Text = z.string().optional().catch(undefined);
const Time = z.number().int().nonnegative().optional().catch(undefined);
const Stamp = z.object({ actor: Text, time: Time }).optional().catch(undefined);

/** Words as one string, or as `{text, attributes}`. */
const Words = z
  .union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)])
  .optional()
  .catch(undefined);

/**
 * A comment. The fields are those of the Comments API of Community Management (`actor`, `created`, `lastModified`, `message.text`,
 * `object`, `parentComment`: learn.microsoft.com/linkedin/marketing/community-management/shares/comments-api); `/rest/dmaComments`
 * returns it by urn, but the page with its schema could not be read, so names that its sibling of posts uses are read as well
 * (`commentary`, `author`, `createdAt`). NOT VERIFIED against the vendor.
 */
export const CommentSchema = z.object({
  actor: Text,
  author: Text,
  created: Stamp,
  createdAt: Time,
  lastModified: Stamp,
  lastModifiedAt: Time,
  message: Words,
  commentary: Words,
  text: Words,
  object: Text,
  parentComment: Text,
});
export type Comment = z.infer<typeof CommentSchema>;

/** A post of the page (learn.microsoft.com/linkedin/dma/content/posts; fields as in the Posts API: `author`, `commentary`, `createdAt`, `lastModifiedAt`, `publishedAt`). */
export const PostSchema = z.object({
  author: Text,
  commentary: Words,
  created: Stamp,
  createdAt: Time,
  publishedAt: Time,
  lastModifiedAt: Time,
  lifecycleState: Text,
});
export type Post = z.infer<typeof PostSchema>;

const Localized = z
  .object({ localized: z.record(z.string(), z.string()) })
  .transform(({ localized }) => Object.values(localized)[0])
  .optional()
  .catch(undefined);

/** A person (`/rest/dmaPeople`): names as LinkedIn's profile has them everywhere. */
export const PersonSchema = z.object({
  localizedFirstName: Text,
  localizedLastName: Text,
  firstName: Localized,
  lastName: Localized,
  vanityName: Text,
});
export type Person = z.infer<typeof PersonSchema>;

/** `/rest/dmaOrganizations`. */
export const OrganizationSchema = z.object({ localizedName: Text, name: Localized, vanityName: Text });

/** A member of `/rest/dmaFeedContentsExternal`: the urn under the one or the other name. */
export const urnIn = (element: unknown, isWanted: (urn: string) => boolean): string | undefined =>
  typeof element === 'object' && element !== null
    ? Object.values(element).find(
        (value): value is string => typeof value === 'string' && value.length < 400 && isWanted(value),
      )
    : undefined;

/** Our own words: one document of the vendor's with its urn, and who wrote it where that was asked for. */
export const KeptSchema = z.object({
  urn: z.string().min(1).max(400),
  document: z.unknown(),
  person: z.unknown().optional(),
});

/** What was not there any more when we asked again. */
export const GoneSchema = z.object({ gone: z.literal(true), urn: z.string().min(1), at: z.string() });
