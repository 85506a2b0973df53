import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MentionHistory } from '../../../../src/listening/actions/mention-history.ts';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { Letter } from '../../conversations/letter.tsx';
import { words } from './words.ts';

/** Where a mention came from, how it read before, and what became of it. */
export const HistoryDialog = ({
  mentionId,
  onClose,
}: {
  readonly mentionId: string;
  readonly onClose: () => void;
}) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const history = useQuery({
    queryKey: [...keys.mentions(id), 'history', mentionId],
    queryFn: ({ signal }) =>
      call<MentionHistory>('GET', inWorkspace(id, 'mentions', mentionId, 'history'), undefined, signal),
  });
  return (
    <Dialog isOpen onOpenChange={onClose} title={w.title} wide>
      {history.isPending && <SkeletonRows rows={4} rowClassName="h-6" />}
      {history.isError && <ErrorNote error={history.error} onRetry={() => void history.refetch()} />}
      {history.data && <Told history={history.data} />}
    </Dialog>
  );
};

const Told = ({ history }: { readonly history: MentionHistory }) => {
  const w = useWords(words);
  const times = useTimes();
  const channelName = useChannelName();
  const { connection, removed, wordsGoneBecause } = history;
  const source = connection ? `${connection.name} (${channelName(connection.channel)})` : null;
  return (
    <>
      <dl className="grid gap-x-6 gap-y-2 tablet:grid-cols-[auto_1fr]">
        {source && <Fact name={w.from}>{source}</Fact>}
        <Fact name={w.said}>{times.full(history.saidAt)}</Fact>
        <Fact name={w.received}>{times.full(history.receivedAt)}</Fact>
        {history.editedAt && <Fact name={w.edited}>{times.full(history.editedAt)}</Fact>}
        {removed && (
          <Fact name={w.removed}>
            {times.full(removed.at)}
            {removed.toldAt && ` (${w.told(times.full(removed.toldAt))})`}
          </Fact>
        )}
        <Fact name={w.original}>{w.originals[history.original]}</Fact>
        <Fact name={w.id}>{history.nativeId}</Fact>
        {history.contentHash && <Fact name={w.proof}>{history.contentHash}</Fact>}
      </dl>
      {wordsGoneBecause && (
        <p className="mt-4 rounded-md bg-sunk px-3 py-2">
          {wordsGoneBecause === 'taken-back' ? w.takenBack : w.timeOver}
        </p>
      )}
      {!wordsGoneBecause && <h3 className="mt-6 mb-2 font-semibold">{w.before}</h3>}
      {!wordsGoneBecause && history.versions.length === 0 && <p className="text-ink-soft">{w.never}</p>}
      <ol className="flex flex-col gap-4">
        {history.versions.map((version) => (
          <li key={version.revision} className="border-line border-l-2 pl-3">
            <p className="text-ink-faint text-small">{w.until(times.full(version.replacedAt))}</p>
            {version.title && <p className="font-semibold font-serif">{version.title}</p>}
            <Letter text={version.body} />
          </li>
        ))}
      </ol>
    </>
  );
};

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt className="text-ink-faint">{name}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </>
);
