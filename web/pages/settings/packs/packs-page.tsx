import { Link, useSearch } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { PackEditor } from './pack-editor.tsx';
import { PackLists } from './pack-lists.tsx';
import { usePacks } from './use-packs.ts';
import { words } from './words.ts';

/** The words that matter in this trade: the company's collections and those that we bring. */
export const PacksPage = () => {
  const w = useWords(words);
  const { data, error, isPending, refetch } = usePacks();
  const { apri } = useSearch({ strict: false }) as { readonly apri?: string };
  const opened = data?.packs.find(({ id }) => id === apri);
  if (data && apri && (opened || apri === 'nuova'))
    return (
      <Page title={opened?.name ?? w.newTitle} wide>
        <Back />
        <PackEditor key={apri} pack={opened} />
      </Page>
    );
  return (
    <Page title={w.title} lead={w.lead}>
      {isPending && <SkeletonRows rows={6} rowClassName="h-16" />}
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data && <PackLists packs={data.packs} shipped={data.shipped} />}
    </Page>
  );
};

const Back = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  return (
    <Link
      to="/$slug/impostazioni/parole"
      params={{ slug }}
      search={{}}
      className="-mt-4 mb-4 flex min-h-control w-fit items-center gap-1 text-ink-soft no-underline hover:text-ink"
    >
      <ChevronLeft aria-hidden size={18} />
      {w.back}
    </Link>
  );
};
