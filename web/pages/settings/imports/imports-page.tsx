import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ChevronRight, Upload } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { ImportDetail } from './import-detail.tsx';
import { useImports, useSendFile } from './use-imports.ts';
import { words } from './words.ts';

/** Past conversation from files: what was brought, and the way to bring more. */
export const ImportsPage = () => {
  const { apri } = useSearch({ strict: false }) as { readonly apri?: string };
  return apri ? <ImportDetail key={apri} importId={apri} /> : <ImportList />;
};

const ImportList = () => {
  const w = useWords(words);
  const times = useTimes();
  const { slug } = useWorkspace();
  const { data, error, isPending, refetch } = useImports();
  return (
    <Page title={w.title} lead={w.lead}>
      <ChooseFile />
      <Section title={w.before}>
        {isPending && <SkeletonRows rows={3} rowClassName="h-14" />}
        {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {data?.imports.length === 0 && <p className="text-ink-soft">{w.none}</p>}
        <ul className="flex flex-col">
          {data?.imports.map(({ id, name, state, brought, createdAt }) => (
            <li key={id} className="border-line border-b last:border-b-0">
              <Link
                to="/$slug/impostazioni/importa"
                params={{ slug }}
                search={{ apri: id }}
                className="flex min-h-control items-center gap-3 py-2 text-ink no-underline hover:bg-sunk"
              >
                <span className="min-w-0 flex-1">
                  <bdi className="line-clamp-1 font-medium">{name}</bdi>
                  <span className="text-ink-soft text-small">
                    {w.states[state]} · {times.ago(createdAt)} · {w.brought}: {times.number(brought)}
                  </span>
                </span>
                <ChevronRight aria-hidden size={16} className="text-ink-faint" />
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
};

const ChooseFile = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const [part, setPart] = useState<number>();
  const sending = useSendFile((received, whole) => setPart(received / whole));
  const take = (file: File | undefined) => {
    if (!file) return;
    setPart(0);
    sending.mutate(file, {
      onSuccess: ({ id }) =>
        void navigate({ to: '/$slug/impostazioni/importa', params: { slug }, search: { apri: id } }),
    });
  };
  return (
    <div className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-2">
      <FileTrigger
        acceptedFileTypes={[
          '.csv',
          '.tsv',
          '.txt',
          '.json',
          '.jsonl',
          '.ndjson',
          '.mbox',
          '.eml',
          '.zip',
          '.js',
        ]}
        onSelect={(files) => take(files?.[0])}
      >
        <Button weight="primary" isPending={sending.isPending}>
          <Upload aria-hidden size={16} />
          {w.choose}
        </Button>
      </FileTrigger>
      <p aria-live="polite" className="max-w-read text-ink-soft text-small">
        {sending.isPending && part !== undefined ? w.sending(`${Math.round(part * 100)}%`) : w.chooseHelp}
      </p>
      {sending.error && <ErrorNote error={sending.error} className="w-full" />}
    </div>
  );
};
