import { toBuilder } from './query/builder.ts';
import { parseQuery } from './query/parse-query.ts';
import { printQuery } from './query/print-query.ts';
import { both, either, type Query, type Term } from './query/query.ts';

/** The older way of saying it, any of these words and phrases but none of those, as a query: each as it stands, without its forms. */
export const queryOfTerms = (terms: readonly string[], except: readonly string[]): string => {
  const any = choice(terms);
  const none = choice(except);
  if (!any) return '';
  return printQuery(none ? both([any, { kind: 'not', part: none }]) : any);
};

const choice = (terms: readonly string[]): Query | undefined => {
  const [first, ...rest] = terms.map(
    (term): Term => ({ kind: 'term', exact: true, text: term.replace(/[\s"“”„«»]+/g, ' ').trim() }),
  );
  return first && either([first, ...rest]);
};

/** The words of a query for those who read them as lists: without quotation marks, without what lists cannot say. */
export const termsOfQuery = (
  query: string,
): { readonly terms: readonly string[]; readonly except: readonly string[] } => {
  const parsed = parseQuery(query);
  const lists = parsed.ok ? toBuilder(parsed.value) : null;
  const bare = (line: string) => line.replaceAll('"', '');
  return {
    terms: lists ? [...lists.any, ...lists.all].map(bare) : [query],
    except: lists ? lists.none.map(bare) : [],
  };
};
