import { blueskyLines, blueskyPeople } from '../script/bluesky.ts';
import type { Line } from '../script/scene.ts';
import { saidAt } from './said-at.ts';

export const didOf = (who: string): string => `did:plc:dimostrazione${who}`;
const uriOf = (who: string, id: string): string => `at://${didOf(who)}/app.bsky.feed.post/${id}`;
const cidOf = (id: string): string => `bafyreidimostrazione${id}`;

export const blueskyAccount = {
  nativeId: didOf('us'),
  name: blueskyPeople.us?.name ?? '',
  handle: blueskyPeople.us?.handle ?? '',
} as const;

const rootOf = (line: Line): Line => {
  const parent = blueskyLines.find(({ id }) => id === line.replyTo);
  return parent ? rootOf(parent) : line;
};

/** Where our handle stands in the text, in UTF-8 bytes as the lexicon counts. */
const mentionFacets = (text: string) => {
  const handle = `@${blueskyAccount.handle}`;
  const at = text.indexOf(handle);
  if (at < 0) return [];
  const byteStart = Buffer.byteLength(text.slice(0, at));
  const features = [{ $type: 'app.bsky.richtext.facet#mention', did: blueskyAccount.nativeId }];
  return [{ index: { byteStart, byteEnd: byteStart + Buffer.byteLength(handle) }, features }];
};

const refOf = (line: Line) => ({ uri: uriOf(line.who, line.id), cid: cidOf(line.id) });

/** A post as Bluesky's AppView shows it (app.bsky.feed.defs#postView). */
export const blueskyDocument = (line: Line, now: Date) => {
  const person = blueskyPeople[line.who];
  const parent = blueskyLines.find(({ id }) => id === line.replyTo);
  const at = saidAt(line, now).toISOString();
  return {
    ...refOf(line),
    author: { did: didOf(line.who), handle: person?.handle, displayName: person?.name },
    record: {
      $type: 'app.bsky.feed.post',
      text: line.text,
      createdAt: at,
      langs: ['it'],
      facets: mentionFacets(line.text),
      ...(parent ? { reply: { root: refOf(rootOf(line)), parent: refOf(parent) } } : {}),
    },
    indexedAt: at,
  };
};

export type BlueskyAnswer = {
  readonly id: string;
  readonly text: string;
  readonly at: Date;
  readonly parent: { readonly uri: string; readonly cid: string };
  readonly root: { readonly uri: string; readonly cid: string };
};

/** An answer given while trying the demonstration, as it would come back. */
export const blueskyAnswer = ({ id, text, at, parent, root }: BlueskyAnswer) => ({
  uri: uriOf('us', id),
  cid: cidOf(id),
  author: { did: blueskyAccount.nativeId, handle: blueskyAccount.handle, displayName: blueskyAccount.name },
  record: {
    $type: 'app.bsky.feed.post',
    text,
    createdAt: at.toISOString(),
    langs: ['it'],
    facets: [],
    reply: { root, parent },
  },
  indexedAt: at.toISOString(),
});
