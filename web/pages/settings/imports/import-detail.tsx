import { Link } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { Examples, Figures, LeftOutRows } from './look-report.tsx';
import { SettingsForm } from './settings-form.tsx';
import { useImport, usePreview, useStep } from './use-imports.ts';
import type { ImportDetail as Detail, Look } from './views.ts';
import { words } from './words.ts';

/** One import, from its first look to its undoing. */
export const ImportDetail = ({ importId }: { readonly importId: string }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { data, error, isPending, refetch } = useImport(importId);
  return (
    <Page title={data?.name ?? w.title} lead={data && w.states[data.state]}>
      <Link
        to="/$slug/impostazioni/importa"
        params={{ slug }}
        search={{}}
        className="-mt-4 mb-4 flex min-h-control w-fit items-center gap-1 text-ink-soft no-underline hover:text-ink"
      >
        <ChevronLeft aria-hidden size={18} />
        {w.back}
      </Link>
      {isPending && <SkeletonRows rows={4} rowClassName="h-16" />}
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data && <Body data={data} />}
    </Page>
  );
};

const Body = ({ data }: { readonly data: Detail }) => {
  const w = useWords(words);
  const isOpen = data.state === 'ready';
  const preview = usePreview(data.id, data.settings, isOpen);
  const hasBegun = data.rowsDone > 0 || data.state === 'running';
  return (
    <>
      {data.problem === 'file-missing' && (
        <p role="alert" className="mb-4 text-bad">
          {w.problems['file-missing']}
        </p>
      )}
      <Steps data={data} />
      {hasBegun && (
        <div aria-live="polite" className="mb-6">
          <Figures
            figures={[
              [w.rows, data.rowsDone],
              [w.brought, data.brought],
              [w.known, data.known],
              [w.refused, data.refused],
            ]}
          />
          <LeftOutRows troubles={data.troubles} />
        </div>
      )}
      {data.look && !hasBegun && (
        <Section title={w.found}>
          <Found look={data.look} />
        </Section>
      )}
      {isOpen && data.settings && (
        <>
          <Section title={w.how}>
            <SettingsForm
              key={JSON.stringify(data.settings)}
              importId={data.id}
              settings={data.settings}
              preview={preview.data}
            />
          </Section>
          <Section title={w.preview} lead={w.previewHelp}>
            {preview.error && <ErrorNote error={preview.error} />}
            {preview.data && <Examples examples={preview.data.look.examples} />}
            {preview.data && <LeftOutRows troubles={preview.data.look.troubles} />}
          </Section>
        </>
      )}
    </>
  );
};

const Steps = ({ data }: { readonly data: Detail }) => {
  const w = useWords(words);
  const step = useStep(data.id);
  return (
    <div className="mb-6">
      <div className="flex flex-wrap gap-3">
        {data.steps.map((name) => (
          <Button
            key={name}
            weight={name === 'start' || name === 'resume' ? 'primary' : 'plain'}
            isPending={step.isPending && step.variables === name}
            onPress={() => step.mutate(name)}
          >
            {w.steps[name]}
          </Button>
        ))}
      </div>
      {step.error && <ErrorNote error={step.error} className="mt-3" />}
      <p className="mt-2 max-w-read text-ink-soft text-small">
        {data.steps.includes('undo') ? w.undoHelp : data.steps.includes('start') ? w.oldHelp : null}
      </p>
    </div>
  );
};

const Found = ({ look }: { readonly look: Look }) => {
  const w = useWords(words);
  const times = useTimes();
  return (
    <div aria-live="polite">
      <Figures
        figures={[
          [w.rows, look.rows],
          [w.would, look.items - look.known],
          [w.known, look.known],
          [w.refused, look.refused],
        ]}
      />
      {look.earliest && look.latest && (
        <p className="mt-2 text-ink-soft">
          {w.span(times.dateYear(look.earliest), times.dateYear(look.latest))}
        </p>
      )}
      <LeftOutRows troubles={look.troubles} />
    </div>
  );
};
