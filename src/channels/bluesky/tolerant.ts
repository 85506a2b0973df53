import { z } from 'zod';

/** Up to `max` of the list's members that read; whatever else there is, is passed over. */
export const listOf = <Member>(member: z.ZodType<Member>, max: number) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((list) =>
      list.slice(0, max).flatMap((one) => {
        const parsed = member.safeParse(one);
        return parsed.success ? [parsed.data] : [];
      }),
    );

/** The value when it reads, else undefined: one odd part never spoils the rest. */
export const maybe = <Value>(schema: z.ZodType<Value>) => schema.optional().catch(undefined);

/** A web address in its usual writing; undefined for any other scheme, for credentials and for what is no address. */
export const webAddress = (text: string | undefined): string | undefined => {
  const url = text === undefined || text.length > 4_000 ? null : URL.parse(text);
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : undefined;
};
