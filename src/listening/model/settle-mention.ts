import type { WatchMatch } from './match-watch.ts';
import { contentHash, type MentionRow, noContent } from './mention-row.ts';

/** What is known of one native id before a batch: its mention, if any, and when it was taken back. */
export type KnownMention = {
  readonly id: string;
  readonly revision: string;
  readonly title: string | null;
  readonly body: string;
  readonly contentHash: string;
  readonly saidAt: string;
  readonly editedAt: string | null;
  readonly receivedAt: string;
  readonly removedAt: string | null;
};

export type Happening =
  | { readonly kind: 'said'; readonly row: MentionRow }
  | { readonly kind: 'removed'; readonly at: string };

/** A text that was replaced by a later one, or came after it. */
export type OldText = Pick<MentionRow, 'revision' | 'title' | 'body' | 'contentHash'> & {
  readonly replacedAt: string;
};

/** What must be written for one native id. `row` is null when the mention stays as it is (or does not exist yet). */
export type Settlement = {
  readonly row: MentionRow | null;
  readonly isNew: boolean;
  readonly removedAt: string | null;
  readonly isNewlyRemoved: boolean;
  readonly oldTexts: readonly OldText[];
};

/** One native id after a batch. */
export type Outcome = Settlement & {
  readonly id: string;
  readonly nativeId: string;
  readonly matches: readonly WatchMatch[];
};

/**
 * Brings together what is known of an item and what was heard of it, in whatever order it came: a later edit wins over
 * an earlier text, by the author's clock where it tells and else by arrival; what was taken back stays without text.
 */
export const settleMention = (
  known: KnownMention | undefined,
  tombstone: string | undefined,
  happenings: readonly Happening[],
): Settlement => {
  let current: KnownMention | MentionRow | undefined = known;
  let row: MentionRow | null = null;
  let saidAt = known?.saidAt;
  const oldTexts: OldText[] = [];
  for (const happening of happenings) {
    if (happening.kind === 'removed' || happening.row.revision === current?.revision) continue;
    const next = happening.row;
    saidAt = earlier(saidAt, next.saidAt);
    if (!current || supersedes(next, current)) {
      if (current) oldTexts.push(oldText(current, next));
      current = next;
      row = next;
    } else oldTexts.push(oldText(next, current));
  }
  const removedAt = happenings.reduce<string | undefined>(
    (time, happening) => (happening.kind === 'removed' ? earlier(time, happening.at) : time),
    earlier(tombstone, known?.removedAt ?? undefined),
  );
  return {
    row: row && {
      ...row,
      saidAt: saidAt ?? row.saidAt,
      receivedAt: known?.receivedAt ?? row.receivedAt,
      ...(removedAt ? noContent : {}),
    },
    isNew: known === undefined && row !== null,
    removedAt: removedAt ?? null,
    isNewlyRemoved: known !== undefined && removedAt !== undefined && known.removedAt === null,
    oldTexts: removedAt ? [] : oldTexts,
  };
};

/** Among texts without an edit time, the one that came later; an edit comes after the original; equals by their names. */
const supersedes = (
  next: Pick<MentionRow, 'revision' | 'editedAt'>,
  current: Pick<MentionRow, 'revision' | 'editedAt'>,
): boolean => {
  if (next.editedAt === current.editedAt) return next.editedAt === null || next.revision > current.revision;
  if (next.editedAt === null) return false;
  return current.editedAt === null || next.editedAt > current.editedAt;
};

const oldText = (old: KnownMention | MentionRow, newer: KnownMention | MentionRow): OldText => ({
  revision: old.revision,
  title: old.title,
  body: old.body,
  contentHash: old.contentHash || contentHash(old.title, old.body),
  replacedAt: newer.editedAt ?? newer.receivedAt,
});

/** Both in the same ISO 8601 form, so that their order is that of their characters. */
const earlier = (one: string | undefined, other: string | undefined): string | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
};
