import { Link, Outlet, useMatchRoute } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { Suspense } from 'react';
import { useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { Waiting } from '../../app/shell/waiting.tsx';
import { SettingsNav } from './settings-nav.tsx';
import { words } from './words.ts';

/** A column of places and the place itself; on the phone one after the other. */
export const SettingsLayout = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const atHome = Boolean(useMatchRoute()({ to: '/$slug/impostazioni', params: { slug } }));
  return (
    <div className="flex flex-1">
      <div className="sticky top-0 hidden h-dvh w-66 shrink-0 overflow-auto border-line border-r px-3 py-page desk:block">
        <SettingsNav />
      </div>
      <div className="min-w-0 flex-1">
        {!atHome && (
          <Link
            to="/$slug/impostazioni"
            params={{ slug }}
            className="flex min-h-control w-fit items-center gap-1 px-3 text-ink-soft no-underline desk:hidden"
          >
            <ChevronLeft aria-hidden size={18} />
            {w.back}
          </Link>
        )}
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  );
};
