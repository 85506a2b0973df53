import { z } from 'zod';

/** How much of what is allowed has been used, and how long we are shut out. https://developers.facebook.com/docs/graph-api/overview/rate-limiting#headers */
export type Usage = {
  /** The highest of all that is counted, per cent; 0 when nothing is told. */
  readonly percent: number;
  /** Milliseconds until calls are taken again, where it is told. */
  readonly regainMs?: number;
};

const Counted = z.object({
  call_count: z.number().optional().catch(undefined),
  total_cputime: z.number().optional().catch(undefined),
  total_time: z.number().optional().catch(undefined),
  /** Minutes. */
  estimated_time_to_regain_access: z.number().optional().catch(undefined),
});
const ByBusiness = z.record(z.string(), z.array(Counted.catch({})));

/** `X-App-Usage` and `X-Page-Usage` hold one count, `X-Business-Use-Case-Usage` a list for each business. Total. */
export const usageOf = (headers: Headers): Usage => {
  const plain = ['x-app-usage', 'x-page-usage'].flatMap(
    (name) => Counted.safeParse(read(headers.get(name))).data ?? [],
  );
  const business = ByBusiness.safeParse(read(headers.get('x-business-use-case-usage'))).data ?? {};
  const all = [...plain, ...Object.values(business).flat()];
  const percents = all.flatMap(({ call_count, total_cputime, total_time }) => [
    call_count ?? 0,
    total_cputime ?? 0,
    total_time ?? 0,
  ]);
  const minutes = Math.max(0, ...all.map((one) => one.estimated_time_to_regain_access ?? 0));
  return {
    percent: Math.max(0, ...percents),
    ...(minutes > 0 ? { regainMs: Math.min(minutes, MOST_MINUTES) * 60_000 } : {}),
  };
};

const MOST_MINUTES = 24 * 60;

const read = (text: string | null): unknown => {
  try {
    return text === null || text.length > 20_000 ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};
