/** Where a page of found mentions ends. `score` is null in lists by time; `asOf` holds what was there at the first page. */
export type SearchPlace = {
  readonly score: number | null;
  readonly saidAt: string;
  readonly id: string;
  readonly asOf: string | null;
};

export const SEARCH_PLACE_PATTERN =
  /^(-|\d{1,3}(\.\d{1,40})?(e-\d{1,3})?)_\d{1,14}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}_(-|\d{1,14})$/;

/** The `after` of a search, such as `-_1763632800000_0198..._-`. */
export const writeSearchPlace = ({ score, saidAt, id, asOf }: SearchPlace): string =>
  [score ?? '-', Date.parse(saidAt), id, asOf === null ? '-' : Date.parse(asOf)].join('_');

export const readSearchPlace = (text: string): SearchPlace => {
  const [score = '-', time = '', id = '', asOf = '-'] = text.split('_');
  return {
    score: score === '-' ? null : Number(score),
    saidAt: isoOf(time),
    id,
    asOf: asOf === '-' ? null : isoOf(asOf),
  };
};

const isoOf = (milliseconds: string): string => new Date(Number(milliseconds)).toISOString();
