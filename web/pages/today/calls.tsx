import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import type { Today } from './today-query.ts';
import { words } from './words.ts';

/** Notes of colleagues that call me, until I have looked. */
export const Calls = ({ calls }: Pick<Today, 'calls'>) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  if (calls.length === 0) return null;
  return (
    <section className="mt-8 rounded-lg bg-note p-4">
      <h2 className="font-semibold text-read">{w.callsTitle}</h2>
      <ul className="mt-2 flex flex-col">
        {calls.map((call) => (
          <li key={call.noteId}>
            <Link
              to="/$slug/conversazioni/$threadId"
              params={{ slug, threadId: call.threadId }}
              className="-mx-2 block rounded-md px-2 py-2 text-ink no-underline hover:bg-sunk"
            >
              <span className="flex items-baseline gap-2 text-ink-soft text-small">
                <span className="min-w-0 flex-1 truncate">
                  {w.callOf(call.byName, call.authorName ?? w.someone)}
                </span>
                <RelativeTime at={call.at} />
              </span>
              <span dir="auto" className="line-clamp-2 text-read">
                {call.body}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
