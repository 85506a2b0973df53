import { Link } from '@tanstack/react-router';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import type { WatchView } from '../use-listening.ts';
import { WatchMenu } from '../watch-menu.tsx';
import { words as shared } from '../words.ts';
import { words } from './words.ts';

type WatchCardProps = { readonly watch: WatchView; readonly onChange: () => void };

/** One watch: its words, its reason, what it brought. */
export const WatchCard = ({ watch, onChange }: WatchCardProps) => {
  const w = useWords(words);
  const s = useWords(shared);
  const may = useMay();
  const times = useTimes();
  const { slug } = useWorkspace();
  return (
    <article aria-label={watch.name} className="flex gap-3">
      <div className="min-w-0 flex-1">
        <h2 className="font-semibold text-lead">{watch.name}</h2>
        <p className="text-ink-soft text-small">
          {watch.state === 'paused' ? s.paused : s.found(watch.matchCount30d)}
          {watch.lastMatchAt && ` · ${s.last} ${times.date(watch.lastMatchAt)}`}
        </p>
        <p className="mt-2 break-words">
          <code className="font-mono text-body">{watch.query}</code>
        </p>
        <p className="mt-1 text-ink-soft">
          {w.why} {watch.purpose} {watch.balancing}{' '}
          <span className="text-ink-faint text-small">{w.since(times.date(watch.basisAt))}</span>
        </p>
        <Link
          to="/$slug/ascolto"
          params={{ slug }}
          search={{ ricerca: watch.id }}
          className="link mt-1 inline-block text-small leading-6"
        >
          {w.heard}
        </Link>
      </div>
      {may('watches.manage') && <WatchMenu watch={watch} onChange={onChange} />}
    </article>
  );
};
