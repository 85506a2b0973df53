import { useWords } from '../../../app/language.tsx';
import { DeedList } from './log-section.tsx';
import { useDeeds } from './use-rules.ts';
import { words } from './words.ts';

/** What rules did to a conversation and why; nothing where they did nothing. */
export const ThreadDeeds = ({ threadId }: { readonly threadId: string }) => {
  const w = useWords(words);
  const { data } = useDeeds({ thread: threadId });
  if (!data || data.deeds.length === 0) return null;
  return (
    <section>
      <h4 className="mb-1 text-ink-faint text-small">{w.deedsHere}</h4>
      <DeedList deeds={data.deeds.slice(0, 5)} shows="rule" />
    </section>
  );
};
