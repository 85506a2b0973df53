import { Link } from '@tanstack/react-router';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { ChannelIcon } from '../../../components/channel-icon/channel-icon.tsx';
import { RelativeTime } from '../../../components/relative-time/relative-time.tsx';
import type { Correspondent } from './use-correspondent.ts';
import { words } from './words.ts';

type TheirConversationsProps = { readonly threadId: string; readonly correspondent: Correspondent };

/** What else we said to each other, on whatever channel. */
export const TheirConversations = ({ threadId, correspondent }: TheirConversationsProps) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const others = correspondent.threads.filter(({ id }) => id !== threadId);
  return (
    <section aria-label={w.conversations}>
      <h4 className="text-ink-faint text-small">{w.conversations}</h4>
      {others.length === 0 ? (
        <p>{w.only}</p>
      ) : (
        <>
          <ul className="mt-1 flex flex-col gap-1">
            {others.slice(0, 8).map((one) => (
              <li key={one.id}>
                <Link
                  to="/$slug/conversazioni/$threadId"
                  params={{ slug, threadId: one.id }}
                  search={(kept) => kept}
                  className="-mx-2 flex items-start gap-2 rounded-md px-2 py-1.5 text-ink no-underline hover:bg-sunk"
                >
                  <ChannelIcon channel={one.channel} size={14} />
                  <span className="min-w-0 flex-1">
                    <span className="line-clamp-2 text-small">{one.subject ?? one.preview}</span>
                    <RelativeTime at={one.lastActivityAt} className="text-ink-faint text-small" />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <Link
            to="/$slug/conversazioni/$threadId/tutto"
            params={{ slug, threadId }}
            search={(kept) => kept}
            className="link inline-flex min-h-8 items-center text-small"
          >
            {w.whole}
          </Link>
        </>
      )}
    </section>
  );
};
