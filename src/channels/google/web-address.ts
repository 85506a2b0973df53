/** An http(s) address that may be shown and followed; undefined for anything else. */
export const webAddress = (text: string | undefined): string | undefined => {
  const url = text && text.length <= 2_000 ? URL.parse(text) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
};
