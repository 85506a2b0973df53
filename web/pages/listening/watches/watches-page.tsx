import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { useWatches, type WatchView } from '../use-listening.ts';
import { WatchCard } from './watch-card.tsx';
import { WatchDialog } from './watch-dialog.tsx';
import { words } from './words.ts';

/** All that the company listens for: what, why, and what each brought. */
export const WatchesPage = () => {
  const w = useWords(words);
  const may = useMay();
  const watches = useWatches();
  const [editing, setEditing] = useState<WatchView | 'new' | null>(null);
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        may('watches.manage') && (
          <Button weight="primary" onPress={() => setEditing('new')}>
            <Plus aria-hidden size={16} />
            {w.add}
          </Button>
        )
      }
    >
      {watches.isPending && <SkeletonRows rows={3} rowClassName="h-24" />}
      {watches.isError && <ErrorNote error={watches.error} onRetry={() => void watches.refetch()} />}
      <ul className="flex flex-col">
        {watches.data?.watches.map((watch) => (
          <li key={watch.id} className="border-line border-t py-4 first:border-t-0 first:pt-0">
            <WatchCard watch={watch} onChange={() => setEditing(watch)} />
          </li>
        ))}
      </ul>
      {editing && (
        <WatchDialog watch={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
      )}
    </Page>
  );
};
