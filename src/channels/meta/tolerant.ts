import { z } from 'zod';

/** Meta writes ids as texts, now and then as numbers. */
export const Id = z
  .union([z.string().min(1), z.number()])
  .transform(String)
  .pipe(z.string().max(1_000));

/** The value when it reads, else undefined: one odd part never spoils the rest. */
export const maybe = <Value>(schema: z.ZodType<Value>) => schema.optional().catch(undefined);

export const Text = z.string().max(100_000);

/** Up to `max` of the list's members that read. */
export const listOf = <Member>(member: z.ZodType<Member>, max = 1_000) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((list) => list.slice(0, max).flatMap((one) => member.safeParse(one).data ?? []));

/** Seconds or milliseconds since 1970, as number or text, as an ISO instant; undefined outside of 2000 to 2100. */
export const instantOf = (time: string | number | undefined): string | undefined => {
  const number = Number(time);
  const ms = number > 100_000_000_000 ? number : number * 1_000;
  const isReal = ms > Date.UTC(2000, 0, 1) && ms < Date.UTC(2100, 0, 1);
  return isReal ? new Date(ms).toISOString() : undefined;
};

export const instantOfText = (text: string | undefined): string | undefined => {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : instantOf(time);
};

export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const webAddress = (text: string | undefined): string | undefined => {
  const url = text === undefined || text.length > 4_000 ? null : URL.parse(text);
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : undefined;
};
