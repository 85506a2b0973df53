import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { LinkButton } from '../../../components/button/link-button.tsx';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page } from '../../../components/page/page.tsx';
import { Skeleton } from '../../../components/skeleton/skeleton.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ShownMap } from './shown-map.tsx';
import { useMap } from './use-map.ts';
import { useMapSearch } from './use-map-search.ts';
import { words } from './words.ts';

/** Our web drawn, and the questions that it answers; the same in writing for who wants it so. */
export const MapPage = () => {
  const w = useWords(words);
  const may = useMay();
  const { data, error, isPending, refetch } = useMap(useMapSearch());
  return (
    <Page
      title={w.title}
      lead={w.lead}
      wide
      actions={may('relations.manage') && data && data.nodes.length > 0 && <ExportMenu />}
    >
      {isPending && <Skeleton className="h-[58dvh] w-full rounded-lg" />}
      {!data && error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data && (data.nodes.length === 0 ? <NoMap /> : <ShownMap view={data} />)}
    </Page>
  );
};

const NoMap = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const may = useMay();
  return (
    <EmptyState
      title={w.emptyTitle}
      example={{ text: w.emptyExample, from: w.emptyExampleFrom }}
      action={
        may('connections.manage') && (
          <LinkButton to="/$slug/impostazioni/canali" params={{ slug }} weight="primary">
            {w.emptyAction}
          </LinkButton>
        )
      }
    >
      <p>{w.emptyText}</p>
    </EmptyState>
  );
};
