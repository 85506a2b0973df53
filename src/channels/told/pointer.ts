import { remembered } from './remembered.ts';

/** What a JSON pointer (RFC 6901) points at; undefined where nothing is. The empty pointer is the whole. */
export const pointAt = (value: unknown, pointer: string): unknown => {
  if (pointer === '') return value;
  if (!pointer.startsWith('/')) return undefined;
  let here: unknown = value;
  for (const name of namesOf(pointer)) {
    if (here === null || typeof here !== 'object') return undefined;
    if (Array.isArray(here) && !/^(?:0|[1-9]\d{0,9})$/.test(name)) return undefined;
    if (!Object.hasOwn(here, name)) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[name];
  }
  return here;
};

/** A file asks by the same few pointers for each of its rows. */
const namesOf = remembered((pointer: string): readonly string[] =>
  pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~')),
);

export const pointerTo = (...names: readonly string[]): string =>
  names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What is pointed at as one text; empty where there is none. Lists of words are joined. */
export const textAt = (value: unknown, pointer: string | undefined): string => {
  if (pointer === undefined) return '';
  return textOf(pointAt(value, pointer));
};

const textOf = (found: unknown): string => {
  if (typeof found === 'string') return found;
  if (typeof found === 'number' || typeof found === 'boolean' || typeof found === 'bigint')
    return String(found);
  return Array.isArray(found)
    ? found
        .slice(0, 100)
        .filter((one) => typeof one === 'string' || typeof one === 'number')
        .join(', ')
    : '';
};

/** Every place of a value that holds a plain text or figure, with it: at most `most`, not deeper than ten. */
export const leavesOf = (
  value: unknown,
  most = 200,
): readonly { readonly pointer: string; readonly text: string }[] => {
  const leaves: { pointer: string; text: string }[] = [];
  const walk = (here: unknown, trail: readonly string[]): void => {
    if (leaves.length >= most || trail.length > 10) return;
    if (here !== null && typeof here === 'object') {
      const entries = Array.isArray(here)
        ? here.slice(0, 3).map((one, at) => [String(at), one] as const)
        : Object.entries(here);
      for (const [name, one] of entries) walk(one, [...trail, name]);
    } else if (here !== null && here !== undefined)
      leaves.push({ pointer: pointerTo(...trail), text: textOf(here) });
  };
  walk(value, []);
  return leaves;
};
