import { z } from '@hono/zod-openapi';
import type { DraftMedia, Upload } from '../../channels/index.ts';

/** A picture of ours in an answer: what shows it, and what it says to who cannot see. */
export const ReplyMediaSchema = z
  .object({
    uploadId: z.uuid(),
    alt: z.string(),
    mimeType: z.string(),
    width: z.number().int(),
    height: z.number().int(),
    name: z.string(),
    byteLength: z.number().int(),
  })
  .openapi('ReplyMedia');
export type ReplyMedia = Readonly<z.infer<typeof ReplyMediaSchema>>;

/** Which picture, and its description in this answer. */
export type ChosenMedia = { readonly uploadId: string; readonly alt: string };

/** The chosen ones in their order, with what is known of them; those no longer there are left out. Pure. */
export const mediaOf = (
  chosen: readonly ChosenMedia[],
  uploads: readonly Upload[],
): readonly ReplyMedia[] => {
  const known = new Map(uploads.map((upload) => [upload.id, upload]));
  return chosen.flatMap(({ uploadId, alt }) => {
    const upload = known.get(uploadId);
    if (!upload) return [];
    const { mimeType, width, height, name, byteLength } = upload;
    return [{ uploadId, alt, mimeType, width, height, name, byteLength }];
  });
};

/** As the channel's contract wants it. Pure. */
export const draftMediaOf = ({ uploadId, ...facts }: ReplyMedia): DraftMedia => ({ id: uploadId, ...facts });
