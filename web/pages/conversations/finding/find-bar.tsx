import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { call, inWorkspace, query } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { useTypedSearch } from '../../../app/use-typed-search.ts';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { SearchField } from '../../../components/text-field/search-field.tsx';
import { type MentionView, nameOf } from '../views.ts';
import { words as roomWords } from '../words.ts';
import { words } from './words.ts';

type FindBarProps = {
  readonly threadId: string;
  readonly onGo: (mentionId: string) => void;
  readonly onClose: () => void;
};
type Found = { readonly mentions: readonly MentionView[]; readonly hasMore: boolean };

/** Finds words in one conversation, however long, and leads to where they were said. */
export const FindBar = ({ threadId, onGo, onClose }: FindBarProps) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const [q, setQ] = useState('');
  const line = useTypedSearch(q, setQ);
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    frame.current?.querySelector('input')?.focus();
  }, []);
  const { data } = useQuery({
    queryKey: [...keys.thread(id, threadId), 'found', q],
    enabled: q.trim() !== '',
    queryFn: ({ signal }) =>
      call<Found>('GET', inWorkspace(id, 'threads', threadId, 'search') + query({ q }), undefined, signal),
  });
  return (
    <section ref={frame} aria-label={w.find} className="border-line border-b px-3 py-2 desk:px-5">
      <div className="flex items-center gap-2">
        <SearchField
          label={w.find}
          placeholder={w.hint}
          {...line}
          onSubmit={setQ}
          className="min-w-0 flex-1"
        />
        <IconButton label={w.close} icon={<X aria-hidden size={18} />} onPress={onClose} />
      </div>
      {data && q.trim() !== '' && <Results found={data} onGo={onGo} />}
    </section>
  );
};

const Results = ({ found, onGo }: { readonly found: Found; readonly onGo: FindBarProps['onGo'] }) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const times = useTimes();
  const { mentions, hasMore } = found;
  const said =
    mentions.length === 0 ? w.none : hasMore ? w.foundMore(mentions.length) : w.found(mentions.length);
  return (
    <>
      <p role="status" className="mt-1 text-ink-soft text-small">
        {said}
      </p>
      <ul className="max-h-52 overflow-auto">
        {mentions.map((mention) => (
          <li key={mention.id}>
            <button
              type="button"
              onClick={() => onGo(mention.id)}
              className="w-full rounded-md px-2 py-1.5 text-left hover:bg-sunk"
            >
              <span className="text-ink-faint text-small">
                <bdi>{mention.ours ? w.us : (nameOf(mention.author) ?? r.someone)}</bdi> ·{' '}
                {times.weekday(mention.saidAt)}, {times.time(mention.saidAt)}
              </span>
              <span dir="auto" className="line-clamp-2 font-serif text-read">
                {mention.body || mention.title}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};
