import { z } from 'zod';

const text = z.string().nullable();

/** What a mention was at one moment, as we had kept it: everything that a pack says of it. Times are ISO 8601, digests SHA-256 in hex. */
export const EvidenceRecordSchema = z.object({
  v: z.literal(1),
  collectedAt: z.string(),
  collectedBy: z.string(),
  channel: z.string(),
  connection: z.string(),
  mentionId: z.string(),
  nativeId: z.string(),
  parentNativeId: text,
  rootNativeId: text,
  url: text,
  author: z.object({ name: text, handle: text, url: text, nativeId: text }),
  saidAt: z.string(),
  firstSeenAt: z.string(),
  editedAt: text,
  removedAt: text,
  /** Empty when the words were gone by then. */
  title: text,
  body: z.string(),
  quoted: text,
  contentHash: z.string(),
  rating: z.object({ value: z.number(), best: z.number() }).nullable(),
  media: z.array(z.record(z.string(), z.unknown())),
  /** How it read before it was edited, the earliest first. */
  versions: z.array(
    z.object({
      revision: z.string(),
      title: text,
      body: z.string(),
      contentHash: z.string(),
      replacedAt: z.string(),
    }),
  ),
  /** The item as the channel gave it. `body` as it was stored, null when it was too long to carry along. */
  originals: z.array(
    z.object({
      revision: z.string(),
      contentType: z.string(),
      encoding: z.enum(['utf8', 'base64']),
      sha256: z.string(),
      receivedAt: z.string(),
      body: text,
    }),
  ),
});
export type EvidenceRecord = z.infer<typeof EvidenceRecordSchema>;
