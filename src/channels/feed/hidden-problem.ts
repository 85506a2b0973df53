/** What makes a document one that we will not read. */
export type HiddenProblem = 'too-large' | 'too-deep' | 'entities';

/** UTF-16 units; the largest feed met in the wild is a tenth of it. */
const MAX_LENGTH = 12_000_000;
const MAX_DEPTH = 200;
const PROLOGUE = 65_536;

/**
 * Bombs, found before any parser sees them: size, depth, and entities that multiply (no feed has reason to
 * declare its own). One pass, whatever the document.
 */
export const hiddenProblem = (text: string): HiddenProblem | undefined => {
  if (text.length > MAX_LENGTH) return 'too-large';
  if (/<!DOCTYPE/i.test(text.slice(0, PROLOGUE)) && /<!ENTITY\s/i.test(text)) return 'entities';
  return /^\s*[[{]/.test(text.slice(0, 1_024)) ? jsonProblem(text) : xmlProblem(text);
};

const LESS = '<';
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

const xmlProblem = (text: string): HiddenProblem | undefined => {
  let depth = 0;
  let end = -1;
  for (let at = text.indexOf(LESS); at >= 0; at = text.indexOf(LESS, at + 1)) {
    if (end < at) end = text.indexOf('>', at);
    if (end < 0) return undefined;
    const next = text.charCodeAt(at + 1);
    if (text.startsWith('<![CDATA[', at)) at = endOf(text, ']]>', at);
    else if (text.startsWith('<!--', at)) at = endOf(text, '-->', at);
    else if (next === SLASH) depth = Math.max(0, depth - 1);
    else if (next !== BANG && next !== QUESTION && !isEmptyElement(text, at, end)) depth += 1;
    if (depth > MAX_DEPTH) return 'too-deep';
  }
  return undefined;
};

const endOf = (text: string, mark: string, from: number): number => {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end;
};

/** `<x/>`, and the elements that HTML leaves open, as careless feeds write them. */
const isEmptyElement = (text: string, at: number, end: number): boolean =>
  text.charCodeAt(end - 1) === SLASH ||
  /^<(?:br|hr|img|input|wbr|p|li|meta|link)\b/i.test(text.slice(at, at + 8));

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

const jsonProblem = (text: string): HiddenProblem | undefined => {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) inString = !inString;
    else if (inString) at += code === BACKSLASH ? 1 : 0;
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
    if (depth > MAX_DEPTH) return 'too-deep';
  }
  return undefined;
};
