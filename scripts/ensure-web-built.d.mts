/** Builds the pages when they are missing or older than their sources. */
export declare const ensureWebBuilt: (
  node: string,
  options: { readonly say: (sentence: string) => void; readonly always?: boolean },
) => boolean;
