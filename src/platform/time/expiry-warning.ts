import { z } from 'zod';

/** How many days before its end a permission is warned of, the first first. */
export const warningDays = [14, 7, 1] as const;
export type WarningDays = (typeof warningDays)[number];

const DAY_MS = 86_400_000;

const WarnedSchema = z.object({
  expiresAt: z.iso.datetime(),
  days: z.union(warningDays.map((days) => z.literal(days))),
});
/** The last warning, as whatever ends keeps it. */
export type ExpiryWarning = z.infer<typeof WarnedSchema>;

/**
 * The warning whose time has come: of 14, 7 and 1 the smallest that the end is within, each once. Undefined for what has ended already:
 * then the channel itself says so. An end moved by less than a day is the same end (vendors count from each answer). PURE.
 */
export const warningDue = (expiresAt: Date, kept: unknown, now: Date): WarningDays | undefined => {
  const left = expiresAt.getTime() - now.getTime();
  if (left <= 0) return undefined;
  const due = warningDays.findLast((days) => left <= days * DAY_MS);
  const before = warningOf(expiresAt, kept);
  return due !== undefined && (before === undefined || due < before.days) ? due : undefined;
};

/** The last warning of this very end; undefined when there was none, or the permission has been renewed since. PURE. */
export const warningOf = (expiresAt: Date | null, kept: unknown): ExpiryWarning | undefined => {
  const warned = WarnedSchema.safeParse(kept).data;
  if (!warned || !expiresAt) return undefined;
  return Math.abs(Date.parse(warned.expiresAt) - expiresAt.getTime()) < DAY_MS ? warned : undefined;
};

/** Whole days until then, rounded to the nearest, never less than one. PURE. */
export const daysUntil = (expiresAt: Date, now: Date): number =>
  Math.max(1, Math.round((expiresAt.getTime() - now.getTime()) / DAY_MS));
