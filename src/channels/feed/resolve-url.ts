/** An address as it is meant from `base` (RFC 3986 5); undefined unless http or https in the end. */
export const resolveUrl = (reference: string | undefined, base: string | undefined): string | undefined => {
  const trimmed = reference?.trim();
  if (!trimmed) return undefined;
  const url = base === undefined ? URL.parse(trimmed) : (URL.parse(trimmed, base) ?? URL.parse(trimmed));
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  return url.href.length <= 2_048 ? url.href : undefined;
};

/** The base from here on (XML Base): each step resolves against the ones outside it. */
export const nestBase = (
  outer: string | undefined,
  ...steps: readonly (string | undefined)[]
): string | undefined =>
  steps.reduce<string | undefined>((base, step) => resolveUrl(step, base) ?? base, outer);
