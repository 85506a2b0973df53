import { Link } from '@tanstack/react-router';
import { useWords } from '../language.tsx';
import { useWorkspace } from '../session.ts';
import { rooms } from './rooms.ts';
import { words } from './words.ts';

/** On the phone: the rooms under the thumb. */
export const BottomBar = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  return (
    <nav
      aria-label={w.main}
      className="fixed inset-x-0 bottom-0 z-30 grid grid-cols-4 border-line border-t bg-paper pb-[env(safe-area-inset-bottom)] desk:hidden"
    >
      {rooms.map(({ to, name, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          params={{ slug }}
          className="flex h-14 flex-col items-center justify-center gap-0.5 text-[0.6875rem] text-ink-soft no-underline data-[status=active]:font-semibold data-[status=active]:text-accent"
        >
          <Icon aria-hidden size={22} strokeWidth={1.75} />
          {w[name]}
        </Link>
      ))}
    </nav>
  );
};
