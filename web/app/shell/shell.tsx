import { Outlet } from '@tanstack/react-router';
import { CloudOff } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useApprovalNews } from '../../pages/approvals/use-approval-news.ts';
import { useCalls } from '../../pages/conversations/desk/use-calls.ts';
import { CrisisBanner } from '../../pages/crisis/crisis-banner.tsx';
import { useWords } from '../language.tsx';
import { useLive, useLiveLost } from '../live.ts';
import { useWorkspace } from '../session.ts';
import { useShortcutKeys } from '../shortcuts.ts';
import { BottomBar } from './bottom-bar.tsx';
import { frameLook } from './frame-look.ts';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import { useShellCommands } from './use-shell-commands.ts';
import { Waiting } from './waiting.tsx';
import { words } from './words.ts';

const CommandPalette = lazy(() =>
  import('../../components/command-palette/command-palette.tsx').then((module) => ({
    default: module.CommandPalette,
  })),
);
const KeysSheet = lazy(() =>
  import('../../components/command-palette/keys-sheet.tsx').then((module) => ({ default: module.KeysSheet })),
);

type Open = 'palette' | 'keys' | null;

/** The frame of a workspace: rooms, company, person; live changes; the palette and the keys. */
export const Shell = () => {
  const w = useWords(words);
  const workspace = useWorkspace();
  const [open, setOpen] = useState<Open>(null);
  const lost = useLiveLost();
  useLive(workspace.id);
  useCalls();
  useApprovalNews();
  useShortcutKeys();
  useShellCommands(() => setOpen('keys'));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpen((now) => (now === 'palette' ? null : 'palette'));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-ink px-4 py-2 text-paper focus:translate-y-0"
      >
        {w.skip}
      </a>
      <div className={frameLook.whole}>
        <Rail />
        <div className={frameLook.beside}>
          {workspace.nature === 'demo' && <p className={frameLook.demo}>{w.demo}</p>}
          <CrisisBanner />
          <TopBar onSearch={() => setOpen('palette')} />
          <div aria-live="polite">
            {lost && (
              <p className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-1.5 text-small text-warn">
                <CloudOff aria-hidden size={16} />
                {w.lost}
              </p>
            )}
          </div>
          {/* Pages scroll in here, so that whatever stands above them (a ribbon, a warning) takes its room from them. */}
          <main id="content" tabIndex={-1} data-scroll-restoration-id="content" className={frameLook.page}>
            <Suspense fallback={<Waiting />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
      <BottomBar />
      <Suspense>
        {open === 'palette' && <CommandPalette isOpen onOpenChange={() => setOpen(null)} />}
        {open === 'keys' && <KeysSheet isOpen onOpenChange={() => setOpen(null)} />}
      </Suspense>
    </>
  );
};
