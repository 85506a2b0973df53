import { useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { useFigures } from '../use-figures.ts';
import type { BatchView } from '../views.ts';
import { Working } from '../working.tsx';
import { useRefreshRelations } from './use-overview.ts';
import { words } from './words.ts';

/** When the web was last worked out, and the way to do it now. */
export const Batch = ({ batch }: { readonly batch: BatchView | null }) => {
  const w = useWords(words);
  const may = useMay();
  const refresh = useRefreshRelations();
  const mayRefresh = may('relations.manage');
  if (batch?.state === 'running')
    return (
      <Working
        label={w.refreshing}
        progress={batch.progress}
        stop={w.stop}
        isStopping={refresh.isPending}
        onStop={
          mayRefresh
            ? () => refresh.mutate('stop', { onSuccess: () => showToast({ text: w.stopped }) })
            : undefined
        }
      />
    );
  return (
    <div className="flex flex-col items-start gap-3">
      <Told batch={batch} />
      {refresh.error && <ErrorNote error={refresh.error} />}
      {mayRefresh && (
        <Button onPress={() => refresh.mutate('start')} isPending={refresh.isPending}>
          {w.refresh}
        </Button>
      )}
    </div>
  );
};

const Told = ({ batch }: { readonly batch: BatchView | null }) => {
  const w = useWords(words);
  const times = useTimes();
  const { whole } = useFigures();
  if (!batch?.at) return <p className="text-read">{batch?.state === 'failed' ? w.failed : w.never}</p>;
  const seconds = w.seconds(whole(Math.max(1, Math.round(batch.seconds ?? 1))));
  return (
    <div className="text-read">
      <p>
        {w.computed(times.ago(batch.at), seconds)}{' '}
        {batch.changed > 0 ? w.since(whole(batch.changed)) : w.nothingNew}
      </p>
      {batch.state === 'failed' && <p className="mt-1 text-bad">{w.failed}</p>}
    </div>
  );
};
