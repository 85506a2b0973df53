import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.rss': 'application/rss+xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.rdf': 'application/rdf+xml; charset=utf-8',
  '.json': 'application/feed+json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  // No charset on purpose: the document says its encoding itself (RFC 7303).
  '.xml': 'application/xml',
  '.opml': 'text/x-opml; charset=utf-8',
  '.mp3': 'audio/mpeg',
};

/** The media type a file of the site is served with. */
export const contentTypeOf = (file: string): string =>
  types[path.extname(file)] ?? 'application/octet-stream';
