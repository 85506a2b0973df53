import { z } from 'zod';
import type { Account } from '../contract.ts';

const AccountSchema = z.object({
  nativeId: z.string(),
  name: z.string().optional(),
  handle: z.string().optional(),
  url: z.string().optional(),
});

/** An account as a connection keeps it; null before the first check. */
export const readAccount = (value: unknown): Account | null =>
  (AccountSchema.safeParse(value).data as Account | undefined) ?? null;
