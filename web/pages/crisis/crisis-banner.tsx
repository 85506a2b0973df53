import { Link } from '@tanstack/react-router';
import { Siren } from 'lucide-react';
import { useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { useTimes } from '../../app/times.ts';
import { useCurrentCrisis } from './use-crisis.ts';
import { words } from './words.ts';

/** Over every page while a crisis is on; and, for whoever may declare one, that an alert proposes it. */
export const CrisisBanner = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const times = useTimes();
  const current = useCurrentCrisis();
  const one = current?.on ?? current?.proposed;
  if (!one) return null;
  const duty = current?.on?.onDuty ?? [];
  return (
    <div role="status" className={`px-4 py-1.5 text-small ${current?.on ? 'bg-bad-soft' : 'bg-warn-soft'}`}>
      <p className="mx-auto flex max-w-6xl flex-wrap items-center justify-center gap-x-3 gap-y-0.5">
        <span className="flex min-w-0 items-center gap-2 font-medium">
          <Siren aria-hidden size={16} className="shrink-0 text-bad" />
          <span className="min-w-0 break-words">
            {current?.on ? w.banner(one.title || w.untitled) : w.bannerProposed}
          </span>
        </span>
        {duty.length > 0 && <span className="text-ink-soft">{w.bannerDuty(times.list(duty))}</span>}
        <Link to="/$slug/crisi/$crisisId" params={{ slug, crisisId: one.id }} className="link">
          {w.look}
        </Link>
      </p>
    </div>
  );
};
