import { PostRecordSchema } from './raw-document.ts';
import { readEmbed } from './read-embed.ts';

/** All the words of a post's record: its text, descriptions of pictures, titles and addresses of links. */
export const searchableText = (record: unknown): string => {
  const parsed = PostRecordSchema.safeParse(record).data;
  if (!parsed) return '';
  const { media, links } = readEmbed(parsed.embed, undefined, '');
  const facets = parsed.facets.flatMap(({ features }) => features.map(({ uri }) => uri));
  return [
    parsed.text,
    ...media.map(({ alt }) => alt),
    ...links.flatMap(({ url, title }) => [title, url]),
    ...facets,
  ]
    .filter((part) => part !== undefined)
    .join('\n');
};
