import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { Badge } from '../../../components/card/card.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { type MessageView, useDoing, useMessages } from './use-integrations.ts';
import { words } from './words.ts';

const tones = { waiting: 'warn', delivered: 'good', failed: 'bad', dropped: 'plain' } as const;
const DAY_MS = 86_400_000;

/** What was sent to one address and what came back, as it happens. */
export const MessageLog = ({
  endpointId,
  canReplay,
}: {
  readonly endpointId: string;
  readonly canReplay: boolean;
}) => {
  const w = useWords(words);
  const log = useMessages(endpointId);
  const doing = useDoing<{ count: number }>();
  const replay = (body: object) =>
    doing.mutate(
      { method: 'POST', path: ['webhooks', endpointId, 'replay'], body },
      { onSuccess: ({ count }) => showToast({ text: w.replayed(count), tone: 'good' }) },
    );
  const lastDay = () => {
    const now = Date.now();
    replay({ from: new Date(now - DAY_MS).toISOString(), to: new Date(now).toISOString() });
  };
  return (
    <div className="mt-3 rounded-md bg-sunk p-3">
      {log.error && <ErrorNote error={log.error} onRetry={() => void log.refetch()} />}
      {doing.error && <ErrorNote error={doing.error} className="mb-2" />}
      {log.isPending && <SkeletonRows rows={3} rowClassName="h-11" />}
      {log.data?.messages.length === 0 && <p className="text-ink-soft">{w.emptyLog}</p>}
      <ol className="flex flex-col">
        {log.data?.messages.map((message) => (
          <Entry
            key={message.id}
            message={message}
            {...(canReplay && message.state !== 'waiting'
              ? { onAgain: () => replay({ messageId: message.id }) }
              : {})}
          />
        ))}
      </ol>
      {canReplay && (log.data?.messages.length ?? 0) > 0 && (
        <Button size="small" className="mt-3" onPress={lastDay} isPending={doing.isPending}>
          {w.againAll}
        </Button>
      )}
      <p className="mt-2 text-ink-soft text-small">{w.logKept}</p>
    </div>
  );
};

const Entry = ({ message, onAgain }: { readonly message: MessageView; readonly onAgain?: () => void }) => {
  const w = useWords(words);
  const times = useTimes();
  const last = message.tries.at(-1);
  const facts = [
    times.full(message.happenedAt),
    ...(message.attempts > 0 ? [w.attempts(message.attempts)] : []),
    ...(last
      ? [`${last.status ?? w.noAnswer}${last.status ? '' : ` (${last.problem})`}`, `${last.ms} ms`]
      : []),
    ...(message.state === 'waiting' && message.dueAt ? [w.nextTry(times.time(message.dueAt))] : []),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          <span className="text-ink-soft text-small">n. {message.number}</span>
          <span>{w.kinds[message.kind]}</span>
          <Badge tone={tones[message.state]}>{w.messageStates[message.state]}</Badge>
        </p>
        <p className="text-ink-soft text-small">{facts.join(' · ')}</p>
        {last?.excerpt && <p className="break-all font-mono text-ink-soft text-small">{last.excerpt}</p>}
      </div>
      {onAgain && (
        <Button size="small" weight="quiet" onPress={onAgain}>
          {w.again}
        </Button>
      )}
    </li>
  );
};
