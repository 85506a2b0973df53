import { useLanguage, useWords } from '../../../app/language.tsx';
import { Tabs } from '../../../components/tabs/tabs.tsx';
import { QueryLists } from './query-lists.tsx';
import { QueryText } from './query-text.tsx';
import type { QueryDraft } from './use-query-draft.ts';
import { words } from './watch-words.ts';

/** The query as lists to fill in or as text: two sights of the same. */
export const QueryEditor = ({ draft }: { readonly draft: QueryDraft }) => {
  const w = useWords(words);
  const { language } = useLanguage();
  return (
    <Tabs
      label={w.views}
      selected={draft.view}
      onSelect={(view) => draft.setView(view === 'text' ? 'text' : 'lists')}
      tabs={[
        {
          id: 'lists',
          label: w.asLists,
          content: draft.lists ? (
            <>
              <QueryLists lists={draft.lists} onChange={draft.setLists} />
              {draft.text !== '' && (
                <p className="mt-3 text-ink-soft text-small">
                  {w.sameAsText} <code className="break-words font-mono">{draft.text}</code>
                </p>
              )}
            </>
          ) : (
            <p className="text-ink-soft">{draft.problems.length > 0 ? w.fixTextFirst : w.onlyAsText}</p>
          ),
        },
        {
          id: 'text',
          label: w.asText,
          content: (
            <QueryText
              text={draft.text}
              problems={draft.problems}
              language={language}
              onChange={draft.setText}
            />
          ),
        },
      ]}
    />
  );
};
