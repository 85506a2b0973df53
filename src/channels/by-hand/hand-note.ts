import { z } from 'zod';

export const BY_HAND_TYPE = 'application/vnd.passaparola.by-hand+json';

const Instant = z.iso.datetime({ offset: true });

/** What a person writes down of something said outside every channel. `url` is the pasted page, `image` a screenshot's reference. */
export const HandNoteSchema = z.object({
  id: z.string().min(1).max(200).optional(),
  form: z.enum(['call', 'encounter', 'note', 'post']),
  who: z.object({ name: z.string().min(1).max(1_000), contact: z.string().max(1_000).optional() }),
  text: z.string().max(400_000),
  url: z.string().max(2_048).optional(),
  saidAt: Instant.optional(),
  image: z
    .object({
      reference: z.string().min(1).max(2_048),
      alt: z.string().max(10_000).optional(),
      mimeType: z
        .string()
        .regex(/^image\/[\w.+-]{1,60}$/)
        .optional(),
    })
    .optional(),
});
export type HandNote = z.infer<typeof HandNoteSchema>;
