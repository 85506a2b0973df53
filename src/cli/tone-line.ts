import { z } from 'zod';
import type { DraftInput } from '../language/index.ts';
import { err, ok, type Result } from '../platform/result.ts';

const schema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  channel: z.string().nullish(),
  in_reply_to: z.string().nullish(),
  complaint: z.boolean().nullish(),
  kind: z.enum(['reply', 'post']).nullish(),
  lang: z.enum(['it', 'en']).nullish(),
  register: z.enum(['tu', 'lei', 'voi']).nullish(),
});

export type DraftLine = { readonly id: string | number; readonly draft: DraftInput };

/** A line of drafts.jsonl, or what is wrong with it, in words. */
export const parseDraftLine = (line: string): Result<DraftLine, string> => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return err('non è JSON.');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) return err(sayWrong(parsed.error.issues));
  const { id, text, channel, in_reply_to, complaint, kind, lang, register } = parsed.data;
  return ok({
    id,
    draft: {
      text,
      ...(channel ? { channel } : {}),
      ...(in_reply_to ? { inReplyTo: in_reply_to } : {}),
      ...(typeof complaint === 'boolean' ? { complaint } : {}),
      ...(kind ? { kind } : {}),
      ...(lang ? { lang } : {}),
      ...(register ? { register } : {}),
    },
  });
};

const wanted: Readonly<Record<string, string>> = {
  id: 'un testo o un numero',
  text: 'un testo',
  channel: 'un testo',
  in_reply_to: 'un testo',
  complaint: 'true o false',
  kind: '"reply" o "post"',
  lang: '"it" o "en"',
  register: '"tu", "lei" o "voi"',
};

const sayWrong = (issues: readonly z.core.$ZodIssue[]): string => {
  const fields = [...new Set(issues.map(({ path }) => String(path[0] ?? '')))];
  if (fields.includes('')) return 'non è un oggetto JSON.';
  return `${fields.map((field) => `${field} dev’essere ${wanted[field] ?? 'altro'}`).join('; ')}.`;
};
