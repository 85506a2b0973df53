import type { ImportFormat } from '../views.ts';

/** What a text is: GraphML when it begins like XML, lines with commas otherwise. */
export const formatOf = (text: string): Exclude<ImportFormat, 'archive'> =>
  /^\uFEFF?\s*<(\?xml|!--|graphml)/i.test(text) ? 'graphml' : 'csv';
