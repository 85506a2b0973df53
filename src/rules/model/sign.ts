import { z } from 'zod';
import { whens } from './rule.ts';

export const SignSchema = z.object({
  when: z.enum(whens),
  /** The event that told it. */
  by: z.string(),
  at: z.iso.datetime(),
  ids: z.array(z.string()),
  of: z.enum(['mentions', 'threads', 'cases']),
  labelIds: z.array(z.string()).default([]),
  chain: z.array(z.string()).default([]),
});
/** What an event says that rules may answer to: of mentions, threads or cases. */
export type Sign = z.infer<typeof SignSchema>;
