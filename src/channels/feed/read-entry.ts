import type { FeedEntry, FeedFormat, FeedSurroundings } from './feed-entry.ts';
import { readAtomEntry } from './read-atom-entry.ts';
import { readJsonEntry } from './read-json-entry.ts';
import { readRssEntry } from './read-rss-entry.ts';

/** Reads one entry as feedsmith gives it. Pure and total: whatever is not there or not of its kind is left out. */
export const readEntry = (format: FeedFormat, entry: unknown, around: FeedSurroundings): FeedEntry => {
  switch (format) {
    case 'atom':
      return readAtomEntry(entry, around);
    case 'json':
      return readJsonEntry(entry, around);
    case 'rss':
    case 'rdf':
      return readRssEntry(entry, around);
  }
};
