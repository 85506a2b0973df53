import { htmlToText } from '../../platform/text/index.ts';
import { decodeBodyText } from './mime/decode-body.ts';
import { type Entity, isMessage } from './mime/read-entity.ts';

/** What there is to read in a message, and what is attached to it. */
export type MailBody = {
  readonly text: string;
  /** The same with the targets of links written out, where it comes from HTML. */
  readonly linkText: string;
  readonly attached: readonly Entity[];
};

/** The readable text: of alternatives the plain one if it says anything, else the HTML one as text; parts one after another. */
export const readBody = (bytes: Buffer, root: Entity): MailBody => {
  const attached: Entity[] = [];
  const words = wordsOf(bytes, root, attached);
  return {
    text: words
      .map((word) => word.text)
      .join('\n\n')
      .trim(),
    linkText: words.map((word) => word.linkText).join('\n\n'),
    attached,
  };
};

type Words = { readonly text: string; readonly linkText: string };

const wordsOf = (bytes: Buffer, entity: Entity, attached: Entity[]): readonly Words[] => {
  const { value } = entity.type;
  if (value === 'multipart/alternative') return bestOf(bytes, entity.children, attached);
  if (value.startsWith('multipart/'))
    return entity.children.flatMap((child) => wordsOf(bytes, child, attached));
  if (isAttached(entity)) {
    attached.push(entity);
    return [];
  }
  return [readWords(bytes, entity)];
};

/** Plain text wins unless it is empty or only says that there is HTML; pictures and calendars inside stay attached. */
const bestOf = (bytes: Buffer, children: readonly Entity[], attached: Entity[]): readonly Words[] => {
  const readings = children.map((child) => ({ child, words: wordsOf(bytes, child, attached) }));
  const saying = readings.filter(({ words }) => words.some(({ text }) => saysSomething(text)));
  const plain = saying.find(({ child }) => child.type.value === 'text/plain');
  return (plain ?? saying.at(-1))?.words ?? [];
};

const saysSomething = (text: string): boolean =>
  text.trim() !== '' &&
  !(
    text.length < 400 &&
    /(?:html|view (?:this|it) (?:email|message) in (?:a|your) browser)/i.test(text) &&
    /(?:client|viewer|programma|supporta|support|visualizza|browser)/i.test(text)
  );

const isAttached = ({ type, disposition }: Entity): boolean => {
  const isWords = type.value === 'text/plain' || type.value === 'text/html';
  const isNamed = disposition.parameters.has('filename') || type.parameters.has('name');
  return (
    !isWords ||
    disposition.value === 'attachment' ||
    (isNamed && disposition.value !== 'inline') ||
    isMessage(type.value)
  );
};

const readWords = (bytes: Buffer, entity: Entity): Words => {
  const source = decodeBodyText(bytes, entity);
  if (entity.type.value !== 'text/html') {
    const text = joinFlowed(source, entity);
    return { text, linkText: text };
  }
  const html = markQuotes(source.slice(0, 1_000_000));
  return { text: unmarkQuotes(htmlToText(html)), linkText: htmlToText(html, { links: 'targets' }) };
};

/** format=flowed (RFC 3676): a line that ends in a space goes on in the next one of the same depth. */
const joinFlowed = (text: string, { type }: Entity): string => {
  if (type.parameters.get('format')?.toLowerCase() !== 'flowed') return text;
  const separator = type.parameters.get('delsp')?.toLowerCase() === 'yes' ? '' : ' ';
  const out: string[] = [];
  let open: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const quote = /^>*/.exec(line)?.[0] ?? '';
    const content = line.slice(quote.length).replace(/^ /, '');
    const last = out.length - 1;
    if (open === quote && last >= 0 && content !== '-- ')
      out[last] = `${out[last]?.trimEnd()}${separator}${content}`;
    else out.push(quote ? `${quote} ${content}` : content);
    open = content.endsWith(' ') && content !== '-- ' ? quote : undefined;
  }
  return out.join('\n');
};

/** HTML quotes by blockquote; text by `>`. Two characters that no mail may contain carry it across. */
const OPEN = '\ue000';
const CLOSE = '\ue001';

const markQuotes = (html: string): string =>
  html
    .replace(/[\ue000\ue001]/g, '')
    .replace(/<blockquote\b[^<>]{0,2000}>/gi, `<p>${OPEN}</p>`)
    .replace(/<\/blockquote\s{0,20}>/gi, `<p>${CLOSE}</p>`);

const unmarkQuotes = (text: string): string => {
  let depth = 0;
  const out: string[] = [];
  for (const line of text.split('\n')) {
    const opened = line.split(OPEN).length - 1;
    const closed = line.split(CLOSE).length - 1;
    const content = line.replace(/[\ue000\ue001]/g, '');
    depth = Math.min(depth + opened, 50);
    if (content.trim() !== '' || (opened === 0 && closed === 0))
      out.push(`${'>'.repeat(depth)}${depth ? ' ' : ''}${content}`);
    depth = Math.max(0, depth - closed);
  }
  return out.join('\n').replace(/\n{3,}/g, '\n\n');
};
