import { Tokenizer } from 'htmlparser2';

type TagVisitor = {
  /** Name and attribute names in lower case, values decoded; of an attribute that comes twice the first. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
};

/**
 * Goes through HTML tag by tag, building no tree: linear in the length whatever the nesting (a parser that keeps a stack of open elements is
 * not). What stands in comments is passed over; the content of scripts, styles, titles and text areas comes as text.
 */
export const scanTags = (
  html: string,
  visitor: TagVisitor,
  /** By the rules of XML: self-closing elements end, CDATA is text. Names come in lower case all the same. */
  { isXml = false }: { readonly isXml?: boolean } = {},
): void => {
  let name = '';
  let attribute = '';
  let value = '';
  let attributes: Record<string, string> = {};
  const opened = (): void => visitor.open?.(name, attributes);
  const tokenizer = new Tokenizer(
    { xmlMode: isXml, decodeEntities: true },
    {
      ontext: (start, end) => visitor.text?.(html.slice(start, end)),
      ontextentity: (codepoint) => visitor.text?.(String.fromCodePoint(codepoint)),
      oncdata: (start, end, offset) => visitor.text?.(html.slice(start, end - offset)),
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        attributes = {};
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (codepoint) => {
        value += String.fromCodePoint(codepoint);
      },
      onattribend: () => {
        if (!Object.hasOwn(attributes, attribute)) attributes[attribute] = value;
      },
      onopentagend: opened,
      onselfclosingtag: () => {
        opened();
        if (isXml) visitor.close?.(name);
      },
      onclosetag: (start, end) => visitor.close?.(html.slice(start, end).toLowerCase()),
      oncomment: () => undefined,
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
};

/** Elements without content: they are never closed. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
