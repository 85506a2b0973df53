import { Link } from '@tanstack/react-router';
import { Activity, BellRing, Megaphone, MoonStar, TrendingDown } from 'lucide-react';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { LinkButton } from '../../../components/button/link-button.tsx';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page } from '../../../components/page/page.tsx';
import { RelativeTime } from '../../../components/relative-time/relative-time.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { type AlertKind, type AlertView, useAlerts } from './use-alerts.ts';
import { words } from './words.ts';

/** What was unusual, the latest first. */
export const AlertsPage = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const list = useAlerts();
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        <>
          <LinkButton to="/$slug/ascolto/avvisi/regole" params={{ slug }}>
            {w.rules}
          </LinkButton>
          <LinkButton to="/$slug/ascolto/avvisi/come" params={{ slug }}>
            {w.preferences}
          </LinkButton>
        </>
      }
    >
      {list.isPending && <SkeletonRows rows={3} rowClassName="h-20" />}
      {list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.alerts.length === 0 && (
        <EmptyState title={w.emptyTitle}>
          <p>{w.empty}</p>
        </EmptyState>
      )}
      <ol className="flex flex-col" aria-live="polite">
        {list.alerts.map((alert) => (
          <li key={alert.id} className="border-line border-t py-4 first:border-t-0 first:pt-0">
            <AlertRow alert={alert} />
          </li>
        ))}
      </ol>
      {list.hasNextPage && (
        <Button onPress={() => void list.fetchNextPage()} isPending={list.isFetchingNextPage}>
          {w.more}
        </Button>
      )}
    </Page>
  );
};

const icons: Readonly<Record<AlertKind, typeof Activity>> = {
  spike: Activity,
  polarity: TrendingDown,
  aspect: TrendingDown,
  silence: MoonStar,
  reach: Megaphone,
  phrase: BellRing,
};

const AlertRow = ({ alert }: { readonly alert: AlertView }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const Icon = icons[alert.kind];
  return (
    <article className="flex gap-3">
      <Icon aria-hidden size={20} className="mt-0.5 shrink-0 text-accent" />
      <div className="min-w-0 flex-1">
        <h2 className="font-medium text-read">
          <Link to="/$slug/ascolto/avvisi/$alertId" params={{ slug, alertId: alert.id }} className="link">
            {alert.title}
          </Link>
        </h2>
        <p className="tabular mt-1 text-body">{alert.explanation}</p>
        <p className="mt-1 flex flex-wrap gap-x-3 text-ink-soft text-small">
          <RelativeTime at={alert.openedAt} />
          <span>{alert.endedAt ? w.ended : w.goesOn}</span>
          {alert.acknowledged && <span>{w.seenBy(alert.acknowledged.by)}</span>}
        </p>
      </div>
    </article>
  );
};
