import type { MentionView } from '../mention-view.ts';

/** A mention as it leaves the house: what was said, by whom, where, when, and how it was read. */
export type ExportedMention = {
  readonly id: string;
  readonly channel: string;
  readonly nativeId: string;
  readonly url: string | null;
  readonly author: string | null;
  readonly handle: string | null;
  readonly ours: boolean;
  readonly form: string;
  readonly title: string | null;
  readonly text: string;
  readonly language: string | null;
  readonly polarity: string | null;
  readonly intents: readonly string[];
  readonly aspects: readonly string[];
  readonly watches: readonly string[];
  readonly saidAt: string;
  readonly receivedAt: string;
  readonly editedAt: string | null;
  readonly removedAt: string | null;
};

/** `watchNames` by id; a watch that is gone keeps its id. */
export const exportedMention = (
  view: MentionView,
  watchNames: ReadonlyMap<string, string>,
): ExportedMention => ({
  id: view.id,
  channel: view.channel,
  nativeId: view.nativeId,
  url: view.url,
  author: view.author.name,
  handle: view.author.handle,
  ours: view.ours,
  form: view.form,
  title: view.title,
  text: view.body,
  language: view.language ?? view.reading?.language ?? null,
  polarity: view.reading?.polarity ?? null,
  intents: view.reading?.intents ?? [],
  aspects: view.reading?.aspects.map(({ aspect }) => aspect) ?? [],
  watches: view.matches.map(({ watchId }) => watchNames.get(watchId) ?? watchId),
  saidAt: view.saidAt,
  receivedAt: view.receivedAt,
  editedAt: view.editedAt,
  removedAt: view.removedAt,
});
