import { Link } from '@tanstack/react-router';
import { Shield as ShieldIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useMay, useMe, useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { words } from './thread-words.ts';
import {
  type ThreadProtection,
  useProtectionChange,
  useProtectionRead,
  useShields,
} from './use-protection.ts';

/** Whether a conversation is under a shield. */
export const useIsCovered = (): ((threadId: string) => boolean) => {
  const { data } = useShields();
  return (threadId) => data?.covered.includes(threadId) ?? false;
};

/** Turns of a conversation under a shield wait until somebody chooses to read them. */
export const Covered = ({
  threadId,
  children,
}: {
  readonly threadId: string;
  readonly children: ReactNode;
}) => {
  const w = useWords(words);
  const { person } = useMe();
  const isCovered = useIsCovered()(threadId);
  const [isRead, setRead] = useState(false);
  const found = useProtectionRead<ThreadProtection>(['threads', threadId], isCovered);
  const others = found.data?.shields.filter(({ hiddenFrom }) => hiddenFrom !== person.id) ?? [];
  if (!isCovered || isRead) return children;
  return (
    <section className="m-auto flex max-w-read flex-col items-start gap-3 p-page">
      <ShieldIcon aria-hidden size={24} className="text-accent" />
      <h3 className="font-semibold text-read">{w.covered}</h3>
      <p className="text-ink-soft">
        {others.length > 0
          ? w.coveredWhy(others.map(({ hiddenFromName }) => hiddenFromName).join(', '))
          : w.coveredPlain}
      </p>
      <Button onPress={() => setRead(true)}>{w.read}</Button>
    </section>
  );
};

/** Above the composer: what is under way for this conversation, and the one rule of how to answer it. */
export const ProtectionLine = ({ threadId }: { readonly threadId: string }) => {
  const w = useWords(words);
  const may = useMay();
  const { slug } = useWorkspace();
  const { person } = useMe();
  const change = useProtectionChange();
  const isCovered = useIsCovered()(threadId);
  const found = useProtectionRead<ThreadProtection>(
    ['threads', threadId],
    isCovered || may('protection.read'),
  );
  const mine = found.data?.shields.find(({ hiddenFrom, isOpened }) => hiddenFrom === person.id && isOpened);
  const reports = found.data?.reports.filter(({ state }) => state !== 'ended') ?? [];
  if (!mine && reports.length === 0 && !isCovered) return null;
  const step = (id: string, name: 'cover' | 'end') =>
    change.mutate({ method: 'POST', path: ['shields', id, 'steps'], body: { step: name } });
  return (
    <div className="mb-3 rounded-md bg-sunk px-3 py-2 text-small">
      <p>{w.neverInKind}</p>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {reports.map(({ id, number }) => (
          <Link key={id} to="/$slug/cura/tutela/$reportId" params={{ slug, reportId: id }} className="link">
            {w.reportLink(number)}
          </Link>
        ))}
      </p>
      {mine && (
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <span className="text-ink-soft">{w.opened}</span>
          <Button size="small" onPress={() => step(mine.id, 'cover')}>
            {w.coverAgain}
          </Button>
          <Button size="small" weight="quiet" onPress={() => step(mine.id, 'end')}>
            {w.endMine}
          </Button>
        </p>
      )}
    </div>
  );
};
