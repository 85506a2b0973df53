import { Shield as ShieldIcon } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { words } from './thread-words.ts';
import {
  type Shield,
  type ThreadProtection,
  useProtectionChange,
  useProtectionRead,
} from './use-protection.ts';

type HiddenConversationProps = {
  readonly threadId: string;
  readonly error: unknown;
  readonly onRetry: () => void;
};

/** Where a conversation cannot be read: calm when a shield hides it, else what went wrong. */
export const HiddenConversation = ({ threadId, error, onRetry }: HiddenConversationProps) => {
  const found = useProtectionRead<ThreadProtection>(['threads', threadId]);
  if (found.isPending) return null;
  const shield = found.data?.hiddenFromMe;
  if (!shield) return <ErrorNote error={error} onRetry={onRetry} className="m-page" />;
  return <CalmPage shield={shield} onRead={onRetry} />;
};

const CalmPage = ({ shield, onRead }: { readonly shield: Shield; readonly onRead: () => void }) => {
  const w = useWords(words);
  const change = useProtectionChange();
  const [isAsking, setAsking] = useState(false);
  const open = () =>
    change.mutate(
      { method: 'POST', path: ['shields', shield.id, 'steps'], body: { step: 'open' } },
      { onSuccess: onRead },
    );
  return (
    <section className="m-auto flex max-w-read flex-col items-start gap-4 p-page">
      <ShieldIcon aria-hidden size={32} className="text-accent" />
      <h2 className="font-semibold text-lead">{w.calmTitle(shield.handlerName)}</h2>
      <p className="letter">{w.calm}</p>
      <p className="text-ink-soft">{w.calmRest}</p>
      {change.error && <ErrorNote error={change.error} />}
      {isAsking && <p aria-live="polite">{w.readAnywayAsk}</p>}
      <Button
        weight={isAsking ? 'plain' : 'quiet'}
        isPending={change.isPending}
        onPress={() => (isAsking ? open() : setAsking(true))}
      >
        {w.readAnyway}
      </Button>
    </section>
  );
};
