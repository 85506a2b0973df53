import { z } from 'zod';
import type { Json } from '../contract.ts';

const FolderStateSchema = z.object({
  uidValidity: z.string(),
  /** Everything up to it is ours. */
  lastUid: z.number().int().nonnegative(),
});
export type FolderState = z.infer<typeof FolderStateSchema>;

/** How far each folder was read. `mailbox`: another account or server starts anew. */
const CursorSchema = z.object({ mailbox: z.string(), folders: z.record(z.string(), FolderStateSchema) });
export type MailCursor = z.infer<typeof CursorSchema>;

export const readCursor = (cursor: Json, mailbox: string): MailCursor => {
  const parsed = CursorSchema.safeParse(cursor);
  return parsed.success && parsed.data.mailbox === mailbox ? parsed.data : { mailbox, folders: {} };
};

export const writeCursor = (cursor: MailCursor): Json => structuredClone(cursor) as Json;
