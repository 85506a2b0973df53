/** What is known when something failed and is to be tried again. Times in milliseconds. */
export interface BackoffInput {
  /** 1 after the first failure. */
  readonly attempt: number;
  readonly baseMs: number;
  readonly capMs: number;
  /** The Retry-After header as it came (RFC 9110 10.2.3: seconds or an HTTP date), or seconds. */
  readonly retryAfter?: string | number | null | undefined;
  /** The Date header of the same answer: with it a Retry-After date is read by the server's clock, not ours. */
  readonly serverDate?: string | null | undefined;
  readonly now: Date;
  /** In [0, 1), as Math.random. */
  readonly random: () => number;
}

/**
 * Milliseconds to wait before the next attempt: "full jitter" (Brooker, AWS Architecture Blog, 2015), so that those
 * who failed together do not come back together, over at least a tenth of the step, so that none comes back at once.
 * A Retry-After is a floor: never sooner, and up to a tenth later, for the same reason. What makes no sense (in the
 * past, unreadable) is ignored; what is longer than a day is a day.
 */
export const nextDelay = (input: BackoffInput): number => {
  const random = Math.min(Math.max(input.random(), 0), 1);
  const exponent = Math.min(Math.max(input.attempt - 1, 0), 52);
  const step = Math.min(input.capMs, input.baseMs * 2 ** exponent);
  const jittered = step * (0.1 + 0.9 * random);
  const asked = retryAfterMs(input);
  if (asked === undefined) return Math.round(jittered);
  return Math.round(Math.max(asked + Math.min(asked, input.capMs) * 0.1 * random, jittered));
};

const dayMs = 24 * 60 * 60 * 1000;

/** The wait asked for, at most a day; undefined when nothing sensible was asked. */
export const retryAfterMs = ({
  retryAfter,
  serverDate,
  now,
}: Pick<BackoffInput, 'retryAfter' | 'serverDate' | 'now'>): number | undefined => {
  if (retryAfter === undefined || retryAfter === null) return undefined;
  const text = String(retryAfter).trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Number(text) * 1000, dayMs);
  const until = readHttpDate(text);
  if (until === undefined) return undefined;
  const wait = until - (readHttpDate(serverDate ?? '') ?? now.getTime());
  return wait > 0 ? Math.min(wait, dayMs) : undefined;
};

/** RFC 9110 5.6.7. Only what begins with the name of a day: Date.parse alone would read "3" and "-5" as years. */
const readHttpDate = (text: string): number | undefined => {
  if (!/^(mon|tue|wed|thu|fri|sat|sun)/i.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
};
