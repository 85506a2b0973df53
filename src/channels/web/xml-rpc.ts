import { scanTags } from '../../platform/text/index.ts';

type XmlRpcCall = { readonly method: string; readonly parameters: readonly string[] };

/** Codes that servers agree on (Specification for Fault Code Interoperability, 2001). */
type BadCall = { readonly code: -32700 | -32600; readonly why: string };

const MOST_DEPTH = 24;

/** A tag's name without its prefix. */
type Visit = {
  open(path: readonly string[]): void;
  text(text: string, path: readonly string[]): void;
  close(path: readonly string[]): void;
};

/**
 * Goes through a small XML document element by element; false when it is not well nested, too deep, or declares a document type:
 * whoever writes one has something else in mind (entities that unfold, files of ours). Linear in the length.
 */
const walk = (xml: string, { open, text, close }: Visit): boolean => {
  if (/<!\s*(?:doctype|entity)/i.test(xml)) return false;
  const path: string[] = [];
  let [isGood, roots] = [true, 0];
  scanTags(
    xml,
    {
      open: (name) => {
        if (path.length === 0) roots += 1;
        if (path.length >= MOST_DEPTH) isGood = false;
        if (!isGood) return;
        path.push(name);
        open(path);
      },
      text: (written) => {
        if (!isGood) return;
        if (path.length > 0) text(written, path);
        else if (written.replace('\u{feff}', '').trim() !== '') isGood = false;
      },
      close: (name) => {
        if (!isGood) return;
        if (path.at(-1) !== name) {
          isGood = false;
          return;
        }
        close(path);
        path.pop();
      },
    },
    { isXml: true },
  );
  return isGood && path.length === 0 && roots === 1;
};

/** http://xmlrpc.com/spec.md: a call whose parameters are strings, as pingback's are; others come as ''. Total. */
export const readCall = (xml: string): XmlRpcCall | BadCall => {
  let method = '';
  let root = '';
  const parameters: string[] = [];
  let [bare, typed, isTyped] = ['', '', false];
  const isGood = walk(xml, {
    open: (path) => {
      root ||= path[0] ?? '';
      if (path.at(-1) === 'value' && path.length === 4) [bare, typed, isTyped] = ['', '', false];
      if (path.length === 5 && path[3] === 'value') isTyped = true;
    },
    text: (written, path) => {
      const at = path.join('/');
      if (at === 'methodcall/methodname') method += written;
      if (at === 'methodcall/params/param/value') bare += written;
      if (at === 'methodcall/params/param/value/string') typed += written;
    },
    close: (path) => {
      if (path.join('/') === 'methodcall/params/param/value')
        parameters.push((isTyped ? typed : bare).trim());
    },
  });
  if (!isGood) return { code: -32700, why: 'parse error: not well formed' };
  if (root !== 'methodcall' || method.trim() === '') return { code: -32600, why: 'no method call' };
  return { method: method.trim(), parameters };
};

type XmlRpcAnswer =
  | { readonly kind: 'success' }
  | { readonly kind: 'fault'; readonly code: number }
  | { readonly kind: 'unreadable' };

/** What a server says to a call. Total. */
export const readAnswer = (xml: string): XmlRpcAnswer => {
  let [name, number, root, isFault, hasParams] = ['', '', '', false, false];
  let code: number | undefined;
  const isGood = walk(xml, {
    open: (path) => {
      root ||= path[0] ?? '';
      if (path.length === 2 && path[1] === 'fault') isFault = true;
      if (path.length === 2 && path[1] === 'params') hasParams = true;
      if (path.at(-1) === 'member') [name, number] = ['', ''];
    },
    text: (written, path) => {
      if (path.at(-1) === 'name') name += written;
      if (path.at(-1) === 'int' || path.at(-1) === 'i4') number += written;
    },
    close: (path) => {
      if (path.at(-1) === 'member' && name.trim() === 'faultCode') code = Number(number.trim());
    },
  });
  if (!isGood || root !== 'methodresponse' || isFault === hasParams) return { kind: 'unreadable' };
  return isFault ? { kind: 'fault', code: Number.isInteger(code) ? (code ?? 0) : 0 } : { kind: 'success' };
};

const asXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');

export const writeCall = (method: string, parameters: readonly string[]): string => {
  const values = parameters.map((one) => `<param><value><string>${asXml(one)}</string></value></param>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<methodCall><methodName>${asXml(method)}</methodName><params>${values.join('')}</params></methodCall>`;
};

export const writeSuccess = (text: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<methodResponse><params><param><value><string>${asXml(text)}</string></value></param></params></methodResponse>`;

export const writeFault = (code: number, text: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>${code}</int></value></member><member><name>faultString</name><value><string>${asXml(text)}</string></value></member></struct></value></fault></methodResponse>`;
