import { useMemo, useState } from 'react';
import {
  type Builder,
  emptyBuilder,
  fromBuilder,
  toBuilder,
} from '../../../../src/listening/model/query/builder.ts';
import { parseQuery } from '../../../../src/listening/model/query/parse-query.ts';
import { printQuery } from '../../../../src/listening/model/query/print-query.ts';
import type { QueryProblem } from '../../../../src/listening/model/query/query-problem.ts';

/** A query being written: its text is what counts, the lists are another sight of it. */
export type QueryDraft = {
  readonly text: string;
  readonly problems: readonly QueryProblem[];
  /** Lines as typed, blank ones too; null when the text says more than lists can. */
  readonly lists: Builder | null;
  readonly view: 'lists' | 'text';
  setText(text: string): void;
  setLists(lists: Builder): void;
  setView(view: 'lists' | 'text'): void;
};

/** The draft of a query, beginning from one that is kept (or from nothing). Operators that lists write are of the person's language. */
export const useQueryDraft = (kept: string, language: 'it' | 'en'): QueryDraft => {
  const [text, setText] = useState(kept);
  const [typed, setTyped] = useState<Builder | null>(() => listsOf(kept, language));
  const [view, setView] = useState<'lists' | 'text'>(typed ? 'lists' : 'text');
  const problems = useMemo(() => {
    const parsed = parseQuery(text);
    return parsed.ok ? [] : parsed.error;
  }, [text]);
  return {
    text,
    problems,
    lists: typed,
    view,
    setText: (next) => {
      setText(next);
      setTyped(listsOf(next, language));
    },
    setLists: (lists) => {
      setTyped(lists);
      setText(textOf(lists, language));
    },
    setView,
  };
};

const listsOf = (text: string, language: 'it' | 'en'): Builder | null => {
  if (text.trim() === '') return emptyBuilder;
  const parsed = parseQuery(text);
  return parsed.ok ? toBuilder(parsed.value, language) : null;
};

/** Lists that make no query yet are an empty one. */
const textOf = (lists: Builder, language: 'it' | 'en'): string => {
  const query = fromBuilder({ ...lists, filters: lists.filters.filter(({ value }) => value.trim() !== '') });
  return query.ok ? printQuery(query.value, language) : '';
};
