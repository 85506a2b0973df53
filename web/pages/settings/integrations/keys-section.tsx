import { useState } from 'react';
import { scopeWords } from '../../../../src/people/model/scopes.ts';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useMe } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { Badge } from '../../../components/card/card.tsx';
import { ConfirmDialog } from '../../../components/dialog/confirm-dialog.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Section } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { NewKeyDialog } from './new-key-dialog.tsx';
import { OnceDialog } from './once-dialog.tsx';
import { type KeyView, useDoing, useKeys } from './use-integrations.ts';
import { words } from './words.ts';

type Step = { readonly at: 'new' } | { readonly at: 'renew' | 'revoke'; readonly key: KeyView } | null;

/** Keys for programs: made, shown once, renewed, ended. */
export const KeysSection = () => {
  const w = useWords(words);
  const all = useKeys();
  const [step, setStep] = useState<Step>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const made = (made: string) => {
    setStep(null);
    setSecret(made);
  };
  return (
    <Section
      title={w.keys}
      lead={w.keysLead}
      actions={<Button onPress={() => setStep({ at: 'new' })}>{w.newKey}</Button>}
    >
      {all.error && <ErrorNote error={all.error} onRetry={() => void all.refetch()} />}
      {all.isPending && <SkeletonRows rows={2} rowClassName="h-16" />}
      {all.data?.keys.length === 0 && <p className="text-ink-soft">{w.noKeys}</p>}
      <ul className="flex flex-col">
        {all.data?.keys.map((key) => (
          <KeyRow key={key.id} one={key} onStep={(at) => setStep({ at, key })} />
        ))}
      </ul>
      {step?.at === 'new' && (
        <NewKeyDialog scopes={all.data?.scopes ?? []} onMade={made} onClose={() => setStep(null)} />
      )}
      {step && step.at !== 'new' && (
        <KeyStep step={step.at} one={step.key} onMade={made} onClose={() => setStep(null)} />
      )}
      {secret && (
        <OnceDialog secret={secret} text={w.onceKey} done={w.kept} onClose={() => setSecret(null)} />
      )}
    </Section>
  );
};

const KeyRow = ({
  one,
  onStep,
}: {
  readonly one: KeyView;
  readonly onStep: (step: 'renew' | 'revoke') => void;
}) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const times = useTimes();
  const me = useMe().person.id;
  const isMine = one.personId === me;
  const facts = [
    ...(isMine || !one.personName ? [] : [w.of(one.personName)]),
    ...(one.state === 'live' ? [w.endsOn(times.dateYear(one.expiresAt))] : []),
    ...(one.state === 'ended' ? [w.endedOn(times.dateYear(one.expiresAt))] : []),
    one.lastUsedAt ? w.used(times.ago(one.lastUsedAt)) : w.neverUsed,
    ...(one.previousUntil ? [w.previousUntil(times.full(one.previousUntil))] : []),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          <span className="break-words font-medium">{one.name}</span>
          <code className="font-mono text-ink-soft text-small">{one.shown}…</code>
          {one.state === 'revoked' && <Badge>{w.revokedState}</Badge>}
          {one.state === 'live' && one.warned !== null && <Badge tone="warn">{w.soon(one.warned)}</Badge>}
        </p>
        <p className="text-ink-soft text-small">{facts.join(' · ')}</p>
        <p className="break-words text-ink-soft text-small">
          {one.scopes.map((scope) => inBoth(scopeWords[scope])).join(' · ')}
        </p>
      </div>
      {one.state === 'live' && (
        <div className="flex gap-2">
          {isMine && (
            <Button size="small" onPress={() => onStep('renew')}>
              {w.renew}
            </Button>
          )}
          <Button size="small" weight="quiet" onPress={() => onStep('revoke')}>
            {w.revoke}
          </Button>
        </div>
      )}
    </li>
  );
};

const KeyStep = ({
  step,
  one,
  onMade,
  onClose,
}: {
  readonly step: 'renew' | 'revoke';
  readonly one: KeyView;
  readonly onMade: (secret: string) => void;
  readonly onClose: () => void;
}) => {
  const w = useWords(words);
  const doing = useDoing<{ secret: string } | undefined>();
  const isRenewal = step === 'renew';
  const confirm = () =>
    doing.mutate(
      isRenewal
        ? { method: 'POST', path: ['keys', one.id, 'rotate'], body: { days: 90, overlapHours: 24 } }
        : { method: 'DELETE', path: ['keys', one.id] },
      { onSuccess: (answer) => (answer ? onMade(answer.secret) : onClose()) },
    );
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={isRenewal ? w.renewTitle(one.name) : w.revokeTitle(one.name)}
      action={isRenewal ? w.renew : w.revoke}
      onConfirm={confirm}
      isPending={doing.isPending}
      problem={doing.error}
    >
      <p>{isRenewal ? w.renewText : w.revokeText}</p>
    </ConfirmDialog>
  );
};
