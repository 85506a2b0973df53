import type { Document } from './matching/document.ts';

/** What watches look at in something that was said, fresh from its channel or out of our memory. */
type Watched = {
  readonly text: string;
  readonly title?: string | null | undefined;
  readonly contentWarning?: string | null | undefined;
  readonly media: readonly { readonly alt?: string | undefined }[];
  readonly links: readonly { readonly url: string; readonly title?: string | undefined }[];
  readonly url?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly place?:
    | { readonly name?: string | undefined; readonly home?: string | undefined }
    | null
    | undefined;
  readonly author: {
    readonly name?: string | null | undefined;
    readonly handle?: string | null | undefined;
    readonly nativeId?: string | null | undefined;
    readonly url?: string | null | undefined;
    readonly place?: string | undefined;
  };
};

/** `channel`: its id and its names, as people may write them in a filter. The body first: spans are told for it alone. */
export const watchedDocument = (said: Watched, channel: readonly string[]): Document => ({
  texts: [said.text, ...present([said.title, said.contentWarning, ...said.media.map(({ alt }) => alt)])],
  links: present([said.url, ...said.links.map(({ url }) => url)]),
  facts: {
    channel,
    language: said.language ?? null,
    author: present([said.author.name, said.author.handle, said.author.nativeId, said.author.url]),
    places: present([said.place?.name, said.place?.home, said.author.place]),
  },
});

const present = (texts: readonly (string | null | undefined)[]): string[] =>
  texts.filter((text): text is string => !!text);
