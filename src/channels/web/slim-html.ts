import { scanTags, voidElements } from '../../platform/text/index.ts';

const MOST_ELEMENTS = 2_500;
const MOST_DEPTH = 60;
/** The microformats parser reads what is inside a property once for each property around it: this deep and so many, no more. */
const MOST_NESTED = 5;
const MOST_CLASSES = 4;

/** What microformats are read from, and what gives a text its shape. */
const KEPT = 'href src alt value datetime title lang id cite poster data rel content'.split(' ');
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'iframe', 'textarea']);
/** A tree builder opens these again in every block that follows: a few of them are a bomb. */
const FORMATTING = new Set('b big code em font i s small strike strong tt u nobr'.split(' '));
/** A second one beside the first closes it. */
const SIBLINGS = new Set('p li td tr dt dd option'.split(' '));

/**
 * The microformats of a page, made harmless for a parser that builds trees and calls itself: well nested, at most so deep and so many
 * elements, formatting as spans. What lies outside every `h-*` element is left out, and so is what comes when it has become too much.
 */
export const slimHtml = (html: string): string => {
  const parts: string[] = [];
  const open: { readonly name: string; readonly isNamed: boolean }[] = [];
  let [elements, named, unseen] = [0, 0, ''];
  const close = (name: string): void => {
    const at = open.findLastIndex((one) => one.name === name);
    if (at < 0) return;
    while (open.length > at) {
      const one = open.pop();
      if (one?.isNamed) named -= 1;
      parts.push(`</${asElement(one?.name ?? '')}>`);
    }
  };
  scanTags(html, {
    open: (name, attributes) => {
      if (unseen) return;
      if (UNSEEN.has(name)) {
        unseen = name;
        return;
      }
      const classes = microformatClasses(attributes.class);
      if (open.length === 0 && !classes.some((one) => one.startsWith('h-'))) return;
      if (name === 'a' || (SIBLINGS.has(name) && open.at(-1)?.name === name)) close(name);
      if (elements >= MOST_ELEMENTS || open.length >= MOST_DEPTH) return;
      elements += 1;
      const isNamed = classes.length > 0 && named < MOST_NESTED;
      parts.push(`<${asElement(name)}${attributesOf(attributes, isNamed ? classes : [])}>`);
      if (voidElements.has(name)) return;
      open.push({ name, isNamed });
      if (isNamed) named += 1;
    },
    close: (name) => {
      if (name === unseen) unseen = '';
      else if (!unseen) close(name);
    },
    text: (text) => {
      if (!unseen && open.length > 0) parts.push(asText(text));
    },
  });
  return parts.join('');
};

/** Those of microformats2 only: others only cost. */
const microformatClasses = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .slice(0, 1_000)
    .split(/\s+/)
    .filter((one) => /^(?:h|p|u|e|dt)-[a-z0-9-]{1,40}$/.test(one))
    .slice(0, MOST_CLASSES);

const asElement = (name: string): string => {
  if (FORMATTING.has(name)) return 'span';
  return /^[a-z][a-z0-9]{0,20}$/.test(name) ? name : 'span';
};

const attributesOf = (attributes: Readonly<Record<string, string>>, classes: readonly string[]): string => {
  const kept = KEPT.flatMap((name): [string, string][] => {
    const value = attributes[name];
    return value === undefined ? [] : [[name, value.slice(0, 4_000)]];
  });
  return [...(classes.length > 0 ? [['class', classes.join(' ')]] : []), ...kept]
    .map(([name, value]) => ` ${name}="${asText(value ?? '').replaceAll('"', '&quot;')}"`)
    .join('');
};

const asText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
