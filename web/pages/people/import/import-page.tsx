import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { LinkButton } from '../../../components/button/link-button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page } from '../../../components/page/page.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { type ImportKind, importKinds } from '../views.ts';
import { words as shared } from '../words.ts';
import { ChooseFile } from './choose-file.tsx';
import { formatOf } from './format-of.ts';
import { PastImports } from './past-imports.tsx';
import { Report } from './report.tsx';
import { useImport } from './use-import.ts';
import { words } from './words.ts';

/** Brings in a list: tried first, with what is wrong line by line, then imported. */
export const ImportPage = () => {
  const w = useWords(words);
  const s = useWords(shared);
  const { slug } = useWorkspace();
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        <Link
          to="/$slug/relazioni/persone"
          params={{ slug }}
          className="inline-flex min-h-6 items-center gap-1.5 text-ink-soft text-small no-underline hover:text-ink"
        >
          <ArrowLeft aria-hidden size={14} />
          {s.back}
        </Link>
      }
    >
      <ImportForm />
      <PastImports />
    </Page>
  );
};

const ImportForm = () => {
  const w = useWords(words);
  const times = useTimes();
  const { slug } = useWorkspace();
  const [kind, setKind] = useState<ImportKind>('contacts');
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const run = useImport();
  const given = run.variables;
  // What was tried tells of what will be imported only while it is the same.
  const tried =
    run.data && given?.dryRun && given.kind === kind && given.text === text && given.file === file
      ? run.data
      : undefined;
  const done = run.data && given && !given.dryRun ? run.data : undefined;
  const isGraph = file ? /\.(graphml|xml)$/i.test(file.name) : formatOf(text) === 'graphml';
  if (done)
    return (
      <>
        <Report report={done} isDone />
        <LinkButton to="/$slug/relazioni/persone" params={{ slug }} weight="primary" className="mt-6">
          {w.see}
        </LinkButton>
      </>
    );
  return (
    <>
      <Select
        label={w.kind}
        value={kind}
        onChange={setKind}
        isDisabled={isGraph}
        help={isGraph ? w.graphml : w.expected[kind]}
        choices={importKinds.map((value) => ({ value, label: w.kinds[value] }))}
        className="max-w-read"
      />
      {!file && (
        <TextArea
          label={w.text}
          value={text}
          onChange={setText}
          rows={8}
          placeholder={w.placeholder}
          className="mt-3 [&_textarea]:min-h-48 [&_textarea]:font-mono [&_textarea]:text-small"
        />
      )}
      <ChooseFile file={file} onChoose={setFile} progress={file && run.isPending ? run.progress : null} />
      <p className="mt-4 max-w-read text-ink-soft text-small">{w.law}</p>
      {run.error ? <ErrorNote error={run.error} className="mt-4" /> : null}
      <div aria-live="polite">{tried && <Report report={tried} />}</div>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button
          weight={tried ? 'plain' : 'primary'}
          isDisabled={!file && !text.trim()}
          isPending={run.isPending && given?.dryRun === true}
          onPress={() => run.mutate({ kind, text, file, dryRun: true })}
        >
          {w.try}
        </Button>
        {tried && (
          <Button
            weight="primary"
            isDisabled={tried.added === 0}
            isPending={run.isPending}
            onPress={() => run.mutate({ kind, text, file, dryRun: false })}
          >
            {tried.added === 0 ? w.importNothing : w.import(times.number(tried.added))}
          </Button>
        )}
      </div>
    </>
  );
};
