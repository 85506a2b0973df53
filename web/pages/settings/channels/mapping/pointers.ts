export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A place in JSON (RFC 6901), one step further. */
export const stepTo = (pointer: string, name: string | number): string =>
  `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/**
 * The same place as seen from one thing of the list at `list` (whose deliveries hold many). Undefined outside of the list: it belongs to
 * no thing.
 */
export const fromThing = (pointer: string, list: string, isList: boolean): string | undefined => {
  if (list !== '' && pointer !== list && !pointer.startsWith(`${list}/`)) return undefined;
  const rest = pointer.slice(list.length);
  if (!isList) return rest === '' ? undefined : rest;
  const inside = /^\/\d+(\/.*)$/s.exec(rest)?.[1];
  return inside;
};

export const valueAt = (value: Json, pointer: string): Json | undefined =>
  pointer
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((here, step) => {
      const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
      if (here === null || typeof here !== 'object' || here === undefined) return undefined;
      return Object.hasOwn(here, name) ? (here as Readonly<Record<string, Json>>)[name] : undefined;
    }, value);
