import type { Item } from '../../channels/events.ts';
import { storableJson, storableLine, storableText } from './storable.ts';

/** `gone`: taken back, or judged elsewhere, before anybody here decided. */
export type HeldState = 'waiting' | 'approved' | 'refused' | 'gone';

/** Why it was refused: nobody's words at all, or words that are not wanted. Channels that learn from spam are told which. */
export const refusals = ['spam', 'unwanted'] as const;
export type RefusedAs = (typeof refusals)[number];

export type HeldCarriage = 'pending' | 'done' | 'failed';

/** What a person needs to see to decide. */
export type ShownHeld = {
  readonly form: Item['form'];
  readonly author: {
    readonly name: string | null;
    readonly handle: string | null;
    readonly url: string | null;
  };
  readonly title: string | null;
  readonly body: string;
  readonly url: string | null;
  /** The page of ours that it speaks of. */
  readonly about: string | null;
  readonly saidAt: string | null;
};

const LONGEST_SHOWN = 5_000;

export const shownOf = (item: Item): ShownHeld =>
  storableJson({
    form: item.form,
    author: {
      name: storableLine(item.author.name),
      handle: storableLine(item.author.handle),
      url: storableLine(item.author.url),
    },
    title: storableLine(item.title),
    body: storableText(item.text, LONGEST_SHOWN),
    url: storableLine(item.url),
    about: storableLine(item.links[0]?.url),
    saidAt: item.saidAt ?? null,
  });

/** An approval may be taken back while it is fresh: later somebody may have answered already. Milliseconds. */
export const APPROVAL_UNDO_MS = 60 * 60 * 1000;
/** What was refused can be looked at, and taken back, for this long. */
export const REFUSED_DAYS = 30;
/** What nobody looked at is forgotten. */
export const WAITING_DAYS = 180;
/** So many wait for one connection at most: a flood does not fill the house, and what comes then is turned away. */
export const MOST_HELD = 1_000;
