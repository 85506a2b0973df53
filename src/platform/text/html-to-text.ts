import { Tokenizer } from 'htmlparser2';
import { cleanText } from './clean.ts';
import { createTextBuilder, type TextBuilder } from './text-builder.ts';

export interface HtmlToTextOptions {
  /** `targets` writes where a link leads after its words, when they say something else. Default: `words`. */
  readonly links?: 'words' | 'targets';
}

/**
 * The readable text of any HTML: paragraphs and line breaks kept, list items marked, entities decoded, images by
 * their `alt`; scripts, styles and other unseen content left out; the result is plain text, cleaned as `cleanText`
 * does, and is to be shown as text. Reads tokens, builds no tree: linear in the length whatever the nesting.
 */
export const htmlToText = (html: string, { links = 'words' }: HtmlToTextOptions = {}): string => {
  const builder = createTextBuilder();
  const reader = createReader(html, builder, links === 'targets');
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  return tidyLines(cleanText(builder.finish(), { maxGraphemes: Number.MAX_SAFE_INTEGER }).text);
};

/** After the cleaning, which may have emptied what stood at an end. */
const tidyLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

type Callbacks = ConstructorParameters<typeof Tokenizer>[1];

const createReader = (html: string, builder: TextBuilder, showsTargets: boolean): Callbacks => {
  let tag = '';
  let attribute = '';
  let value = '';
  let attributes: { href?: string; alt?: string } = {};
  /** Inside an element whose content is not shown: its name, and how many of that name are open. */
  let hidden = '';
  let hiddenDepth = 0;
  let link: { readonly href: string; readonly from: number } | undefined;

  const open = (isSelfClosed: boolean): void => {
    if (hidden) {
      if (tag === hidden && !isSelfClosed) hiddenDepth += 1;
      return;
    }
    if (unseen.has(tag)) {
      if (isSelfClosed && foreign.has(tag)) return;
      hidden = tag;
      hiddenDepth = 1;
      return;
    }
    if (tag === 'br') builder.newline();
    else if (tag === 'img') builder.append(attributes.alt ?? '');
    else if (tag === 'pre') builder.enterPre();
    else if (tag === 'td' || tag === 'th') builder.append(' ');
    separate(builder, tag);
    if (tag === 'li') builder.bullet();
    if (tag === 'a') link = { href: attributes.href ?? '', from: builder.mark() };
  };

  const close = (name: string): void => {
    if (hidden) {
      if (name === hidden) hiddenDepth -= 1;
      if (hiddenDepth === 0) hidden = '';
      return;
    }
    if (name === 'a' && link) {
      if (showsTargets) builder.append(targetOf(link.href, builder.since(link.from)));
      link = undefined;
    }
    if (name === 'pre') builder.leavePre();
    // A closed paragraph that was never open is an empty paragraph (HTML 13.2.6.4.7), as is </br> a break.
    if (name === 'br') builder.newline();
    separate(builder, name);
  };

  const text = (content: string): void => {
    if (!hidden) builder.append(content);
  };

  return {
    ontext: (start, end) => text(html.slice(start, end)),
    ontextentity: (codepoint) => text(String.fromCodePoint(codepoint)),
    oncdata: (start, end, offset) => text(html.slice(start, end - offset)),
    onopentagname: (start, end) => {
      tag = html.slice(start, end).toLowerCase();
      attributes = {};
    },
    onattribname: (start, end) => {
      attribute = html.slice(start, end).toLowerCase();
      value = '';
    },
    onattribdata: (start, end) => {
      if (attribute === 'href' || attribute === 'alt') value += html.slice(start, end);
    },
    onattribentity: (codepoint) => {
      value += String.fromCodePoint(codepoint);
    },
    onattribend: () => {
      if (attribute === 'href') attributes.href ??= value;
      if (attribute === 'alt') attributes.alt ??= value;
    },
    onopentagend: () => open(false),
    onselfclosingtag: () => open(true),
    onclosetag: (start, end) => close(html.slice(start, end).toLowerCase()),
    oncomment: () => undefined,
    ondeclaration: () => undefined,
    onprocessinginstruction: () => undefined,
    onend: () => undefined,
  };
};

const foreign = new Set(['svg', 'math']);
const unseen = new Set([
  ...[
    'script',
    'style',
    'title',
    'template',
    'noscript',
    'noembed',
    'noframes',
    'iframe',
    'object',
    'audio',
    'video',
  ],
  ...['canvas', 'select', 'datalist', 'textarea', 'svg', 'math', 'rp'],
]);
const paragraphs = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'ul',
  'ol',
  'dl',
  'table',
  'pre',
  'figure',
  'hr',
]);
const lines = new Set([
  ...[
    'div',
    'li',
    'dt',
    'dd',
    'tr',
    'section',
    'article',
    'header',
    'footer',
    'main',
    'nav',
    'aside',
    'address',
    'body',
  ],
  ...[
    'figcaption',
    'caption',
    'fieldset',
    'form',
    'details',
    'summary',
    'center',
    'option',
    'thead',
    'tbody',
    'tfoot',
  ],
]);

const separate = (builder: TextBuilder, tag: string): void => {
  if (paragraphs.has(tag)) builder.paragraph();
  else if (lines.has(tag)) builder.line();
};

const targetOf = (href: string, words: string): string => {
  const target = href.trim();
  const isWebOrMail = /^(https?:\/\/|mailto:)/i.test(target) && target.length <= 2048;
  const bare = target.replace(/^(https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
  return isWebOrMail && !words.includes(bare) ? ` (${target})` : '';
};
