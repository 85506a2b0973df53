import { archives } from './formats.ts';
import type { FormatId } from './read.ts';
import { encodingOf } from './text/sniff.ts';

/** What a file of text is, by its first bytes and its name. */
export const detectFormat = (first: Uint8Array, name: string): FormatId => {
  const text = new TextDecoder(encodingOf(first)).decode(first.subarray(0, 65_536)).replace(/^\uFEFF/, '');
  if (/^From \S+/.test(text) || /\.mbox$/i.test(name)) return 'mbox';
  if (/^window\.YTD\./.test(text)) return 'x';
  // Before JSON: on an iPhone a chat begins with a bracket.
  if (isChat(text)) return 'whatsapp';
  if (/^\s*[[{]/.test(text)) return jsonKind(text, name);
  if (
    /\.eml$/i.test(name) ||
    /^(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version):/im.test(text.slice(0, 300))
  )
    return 'mbox';
  if (
    /^(?:.{0,3})CONVERSATION ID,CONVERSATION TITLE,FROM/i.test(text) ||
    /^Date,(?:Link,Message|ShareLink,)/i.test(text)
  )
    return 'linkedin';
  return /^(?:Comment ID|ID commento),/i.test(text) ? 'google' : 'csv';
};

const jsonKind = (text: string, name: string): FormatId => {
  if (/"sender_name"\s*:/.test(text) && /"timestamp_ms"\s*:/.test(text)) return 'facebook';
  if (/"string_map_data"\s*:/.test(text)) return 'instagram';
  if (/"(?:starRating|reviewReply)"\s*:/.test(text)) return 'google';
  return /comments_v2/.test(text)
    ? 'facebook'
    : /posts_1\.json$/.test(name) && /"creation_timestamp"/.test(text)
      ? 'instagram'
      : 'json';
};

/** Of its first lines at least two, or all, begin as messages of a chat do. */
const isChat = (text: string): boolean => {
  const lines = text
    .replace(/[\u200e\u200f]/g, '')
    .split('\n', 30)
    .filter((line) => line.trim() !== '');
  const begun = lines.filter((line) =>
    /^\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+(?:alle\s+|ore\s+|at\s+)?\d{1,2}[:.]\d{2}[^-–\]]{0,12}(?:\]|\s[-–])\s/i.test(
      line,
    ),
  );
  return begun.length >= Math.min(2, lines.length) && begun.length > 0;
};

/** Which network an archive is of, by the paths inside; a chat's own archive holds its text. Undefined for others. */
export const detectArchive = (paths: readonly string[]): FormatId | undefined => {
  if (paths.some((path) => /(?:^|\/)(?:_chat|WhatsApp[^/]*|Chat WhatsApp[^/]*)\.txt$/i.test(path)))
    return 'whatsapp';
  if (paths.some((path) => /(?:^|\/)data\/(?:account|tweets?|manifest)(?:-part\d+)?\.js$/i.test(path)))
    return 'x';
  if (
    paths.some((path) =>
      /your_instagram_activity|(?:^|\/)(?:comments\/post_comments|content\/posts)_\d+\.json$/i.test(path),
    )
  )
    return 'instagram';
  if (
    paths.some((path) =>
      /your_facebook_activity|comments_and_reactions|your_activity_across_facebook/i.test(path),
    )
  )
    return 'facebook';
  if (paths.some((path) => /(?:^|\/)Takeout\//.test(path))) return 'google';
  const counted = archives
    .map(({ id, wants }) => ({ id, count: paths.filter((path) => wants?.test(path)).length }))
    .sort((one, other) => other.count - one.count);
  return (counted[0]?.count ?? 0) > 0 ? counted[0]?.id : undefined;
};

/** The files of an archive that hold words, in an order that is always the same. */
export const wantedPaths = (format: FormatId, paths: readonly string[]): readonly string[] => {
  const wants = format === 'whatsapp' ? /\.txt$/i : archives.find(({ id }) => id === format)?.wants;
  return wants ? paths.filter((path) => wants.test(path)).sort() : [];
};
