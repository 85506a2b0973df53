import { generateOpml, parseOpml } from 'feedsmith';
import { err, ok, type Result } from '../../platform/result.ts';
import { cleanLine } from '../clean-words.ts';
import { hiddenProblem } from './hidden-problem.ts';
import { asList, asRecord, asText } from './read-json.ts';
import { resolveUrl } from './resolve-url.ts';

/** One outline of the file that should be a feed. */
export type OpmlLine = {
  /** Of the file, from 1: where its element begins. */
  readonly line: number;
  readonly title: string;
  /** The folders it lies in, outermost first. */
  readonly folders: readonly string[];
  readonly page?: string;
} & (
  | { readonly url: string }
  /** `twice`: the same address stands above. */
  | { readonly problem: 'no-address' | 'bad-address'; readonly url?: undefined }
  | { readonly problem: 'twice'; readonly url: string }
);

/** Why a file is not read at all. */
export type OpmlProblem = 'not-opml' | 'empty' | 'too-large' | 'too-deep' | 'entities';

export const MOST_OUTLINES = 5_000;

/** The feeds that a list of subscriptions names (http://opml.org/spec2.opml), in its order. Pure and total. */
export const readOpml = (text: string): Result<readonly OpmlLine[], OpmlProblem> => {
  const hidden = hiddenProblem(text);
  if (hidden) return err(hidden);
  const outlines = outlinesOf(text);
  // The library refuses a list of nothing.
  if (!outlines) return err(/<body\s*\/>/i.test(text.slice(0, 4_096)) ? 'empty' : 'not-opml');
  const lines = lineNumbers(text);
  const seen = new Set<string>();
  const found: OpmlLine[] = [];
  let at = -1;
  const walk = (list: readonly unknown[], folders: readonly string[]): void => {
    for (const raw of list) {
      at += 1;
      if (found.length >= MOST_OUTLINES) return;
      const outline = asRecord(raw);
      const inside = asList(outline.outlines);
      const title = cleanLine(asText(outline.title) ?? asText(outline.text) ?? '', 200);
      const address = asText(outline.xmlUrl);
      // A folder, and nothing else.
      if (address !== undefined || inside.length === 0) {
        found.push(lineOf({ outline, address, title, folders, line: lines[at] ?? 1 }, seen));
      }
      walk(inside, title ? [...folders, title] : folders);
    }
  };
  walk(outlines, []);
  return found.length > 0 ? ok(found) : err('empty');
};

const outlinesOf = (text: string): readonly unknown[] | undefined => {
  try {
    const { body } = asRecord(parseOpml(text.trimStart()));
    return asList(asRecord(body).outlines);
  } catch {
    return undefined;
  }
};

type Written = {
  readonly outline: Readonly<Record<string, unknown>>;
  readonly address: string | undefined;
  readonly title: string;
  readonly folders: readonly string[];
  readonly line: number;
};

const lineOf = ({ outline, address, title, folders, line }: Written, seen: Set<string>): OpmlLine => {
  const page = resolveUrl(asText(outline.htmlUrl), undefined);
  const facts = { line, title, folders, ...(page ? { page } : {}) };
  if (address === undefined) return { ...facts, problem: 'no-address' };
  // `feed:` before or instead of `https:` is how some programs write it.
  const written = address.trim().replace(/^feed:\/\/(?!https?:)/i, 'https://');
  const url = resolveUrl(written.replace(/^feed:(?:\/\/)?/i, ''), undefined);
  if (!url) return { ...facts, problem: 'bad-address' };
  if (seen.has(url)) return { ...facts, url, problem: 'twice' };
  seen.add(url);
  return { ...facts, url };
};

/** Where each `<outline` begins, in the order of the document, which is that of the tree; comments and CDATA have none. One pass. */
const lineNumbers = (text: string): readonly number[] => {
  const numbers: number[] = [];
  let line = 1;
  let counted = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (text.startsWith('<!--', at)) at = endOf(text, '-->', at);
    else if (text.startsWith('<![CDATA[', at)) at = endOf(text, ']]>', at);
    else if (/^<outline[\s/>]/i.test(text.slice(at, at + 9))) {
      for (
        let next = text.indexOf('\n', counted);
        next >= 0 && next < at;
        next = text.indexOf('\n', next + 1)
      )
        line += 1;
      counted = at;
      numbers.push(line);
    }
  }
  return numbers;
};

const endOf = (text: string, mark: string, from: number): number => {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end;
};

export type ListedFeed = { readonly title: string; readonly url: string; readonly page?: string | undefined };

/** Our feeds as a list that other programs read. */
export const writeOpml = (title: string, feeds: readonly ListedFeed[], createdAt: Date): string => {
  // The library refuses a list of nothing.
  if (feeds.length === 0)
    return '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0"><head/><body/></opml>\n';
  return String(
    generateOpml({
      head: { title, dateCreated: createdAt },
      body: {
        outlines: feeds.map(({ title: text, url, page }) => ({
          ...{ type: 'rss', text, title: text, xmlUrl: url },
          ...(page ? { htmlUrl: page } : {}),
        })),
      },
    }),
  );
};
