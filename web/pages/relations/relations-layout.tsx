import { Link, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { Waiting } from '../../app/shell/waiting.tsx';
import { words } from './words.ts';

const parts = [
  { to: '/$slug/relazioni', name: 'overview', exact: true },
  { to: '/$slug/relazioni/persone', name: 'people', exact: false },
  { to: '/$slug/relazioni/mappa', name: 'map', exact: false },
  { to: '/$slug/relazioni/trova', name: 'finder', exact: false },
] as const;

/** The room of relations: its parts in a line above, each with its own address. */
export const RelationsLayout = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <nav
        aria-label={w.parts}
        className="sticky top-0 z-10 flex shrink-0 overflow-x-auto border-line border-b bg-paper px-1 [scrollbar-width:none] tablet:gap-1 tablet:px-page"
      >
        {parts.map(({ to, name, exact }) => (
          <Link
            key={to}
            to={to}
            params={{ slug }}
            activeOptions={{ exact, includeSearch: false }}
            className="-mb-px flex min-h-control items-center whitespace-nowrap border-transparent border-b-2 px-3 text-body text-ink-soft no-underline hover:text-ink data-[status=active]:border-accent data-[status=active]:font-medium data-[status=active]:text-ink"
          >
            {w[name]}
          </Link>
        ))}
      </nav>
      <div className="min-w-0 flex-1">
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  );
};
