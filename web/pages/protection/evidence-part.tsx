import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { inWorkspace, query, send } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWords } from '../../app/language.tsx';
import { problemOf } from '../../app/problems.ts';
import { useMay, useWorkspace } from '../../app/session.ts';
import { useTimes } from '../../app/times.ts';
import { Button } from '../../components/button/button.tsx';
import { buttonLook } from '../../components/button/button-look.ts';
import { ConfirmDialog } from '../../components/dialog/confirm-dialog.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Section } from '../../components/page/page.tsx';
import { useDayName } from './use-day-name.ts';
import { type ReportDetail, useProtectionChange } from './use-protection.ts';
import { words } from './words.ts';

/** What is kept, for how long, and how it is taken away. */
export const EvidencePart = ({
  one,
  onGone,
}: {
  readonly one: ReportDetail;
  readonly onGone: () => void;
}) => {
  const w = useWords(words);
  const may = useMay();
  const { id } = useWorkspace();
  const dayName = useDayName();
  const change = useProtectionChange();
  const [isDropping, setDropping] = useState(false);
  const pack = inWorkspace(id, 'protection', 'reports', one.id, 'pack');
  return (
    <Section
      title={w.evidence}
      lead={`${w.evidenceLead} ${one.keptUntil ? w.keptUntil(dayName(one.keptUntil)) : w.kept(one.keepMonths)}`}
    >
      {change.error && <ErrorNote error={change.error} />}
      <Items one={one} />
      <div className="mt-4 flex flex-wrap gap-3">
        <a href={pack} download className={buttonLook('primary', 'normal')}>
          {w.pack}
        </a>
        {may('protection.write') && !one.endedAt && (
          <Button
            isPending={change.isPending}
            onPress={() => change.mutate({ method: 'POST', path: ['reports', one.id, 'evidence'] })}
          >
            {w.again}
          </Button>
        )}
        {may('protection.write') && <AddFile reportId={one.id} />}
        {may('protection.manage') && (
          <Button weight="quiet" onPress={() => setDropping(true)}>
            {w.drop}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={isDropping}
        onOpenChange={setDropping}
        title={w.drop}
        action={w.drop}
        onConfirm={() =>
          change.mutate({ method: 'DELETE', path: ['reports', one.id] }, { onSuccess: onGone })
        }
      >
        {w.dropAsk}
      </ConfirmDialog>
    </Section>
  );
};

const Items = ({ one }: { readonly one: ReportDetail }) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const times = useTimes();
  return (
    <ul className="flex flex-col gap-3">
      {one.evidence.map((item) => (
        <li key={item.id}>
          <p>
            <span className="font-medium">{item.isThere ? w.isThere : w.isGone}</span> ·{' '}
            {times.ago(item.collectedAt)} ·{' '}
            {item.collectedByName ? w.collectedBy(item.collectedByName) : w.byItself}
            {item.versions > 0 && ` · ${w.versions(item.versions)}`}
          </p>
          <Digest of={item.digest} />
        </li>
      ))}
      {one.files.map((file) => (
        <li key={file.id}>
          <a
            href={inWorkspace(id, 'protection', 'reports', one.id, 'files', file.id)}
            download={file.name}
            className="link break-words"
          >
            {file.name}
          </a>{' '}
          · {times.ago(file.addedAt)} · {file.addedByName}
          <Digest of={file.sha256} />
        </li>
      ))}
    </ul>
  );
};

const Digest = ({ of }: { readonly of: string }) => {
  const w = useWords(words);
  return (
    <p className="text-ink-soft text-small">
      {w.digest}: <code className="break-all">{of}</code>
    </p>
  );
};

const AddFile = ({ reportId }: { readonly reportId: string }) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const add = async (file: File | undefined) => {
    if (!file) return;
    const path = inWorkspace(id, 'protection', 'reports', reportId, 'files') + query({ name: file.name });
    const response = await send(path, { method: 'POST', body: file });
    setProblem(response.ok ? null : await problemOf(response));
    await client.invalidateQueries({ queryKey: keys.protection(id) });
  };
  return (
    <>
      <Button onPress={() => input.current?.click()}>{w.addFile}</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={w.addFile}
        accept="image/png,image/jpeg,image/webp,application/pdf,text/plain,.eml"
        onChange={(event) => void add(event.target.files?.[0]).catch(setProblem)}
      />
      {problem ? <ErrorNote error={problem} className="w-full" /> : null}
    </>
  );
};
