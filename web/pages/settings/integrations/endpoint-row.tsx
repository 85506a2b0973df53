import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { Badge } from '../../../components/card/card.tsx';
import { ConfirmDialog } from '../../../components/dialog/confirm-dialog.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { MessageLog } from './message-log.tsx';
import { type EndpointView, useDoing } from './use-integrations.ts';
import { words } from './words.ts';

const tones = { active: 'good', paused: 'plain', disabled: 'bad' } as const;

/** One address: how it goes, its log, and what can be done with it. */
export const EndpointRow = ({
  endpoint,
  onSecret,
}: {
  readonly endpoint: EndpointView;
  readonly onSecret: (secret: string) => void;
}) => {
  const w = useWords(words);
  const times = useTimes();
  const [isLogOpen, setLogOpen] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const doing = useDoing<{ secret?: string } | undefined>();
  const isOn = endpoint.state === 'active';
  const path = ['webhooks', endpoint.id] as const;
  const trial = () =>
    doing.mutate(
      { method: 'POST', path: [...path, 'trial'] },
      { onSuccess: () => showToast({ text: w.tried, tone: 'good' }) },
    );
  const renew = () =>
    doing.mutate(
      { method: 'POST', path: [...path, 'secret'], body: { overlapHours: 24 } },
      { onSuccess: (made) => made?.secret && onSecret(made.secret) },
    );
  return (
    <li className="border-line border-b py-3 last:border-b-0">
      <p className="flex flex-wrap items-center gap-2">
        <span className="break-words font-medium">{endpoint.name}</span>
        <Badge tone={tones[endpoint.state]}>{w.states[endpoint.state]}</Badge>
      </p>
      <p className="break-all font-mono text-ink-soft text-small">{endpoint.url}</p>
      <p className="text-ink-soft text-small">
        {endpoint.kinds.map((kind) => w.kinds[kind]).join(' · ')}
        {endpoint.withTexts && ` · ${w.withTexts}`}
      </p>
      {endpoint.reason && <p className="text-bad text-small">{w.why[endpoint.reason]}</p>}
      {isOn && endpoint.failingSince && (
        <p className="text-small text-warn">{w.failing(times.ago(endpoint.failingSince))}</p>
      )}
      {doing.error && <ErrorNote error={doing.error} className="my-2" />}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" aria-expanded={isLogOpen} onPress={() => setLogOpen(!isLogOpen)}>
          {isLogOpen ? w.hideLog : w.log}
        </Button>
        {isOn && (
          <Button size="small" onPress={trial}>
            {w.tryIt}
          </Button>
        )}
        <Button
          size="small"
          onPress={() => doing.mutate({ method: 'PATCH', path, body: { state: isOn ? 'paused' : 'active' } })}
        >
          {isOn ? w.pause : w.resume}
        </Button>
        <Button size="small" weight="quiet" onPress={renew}>
          {w.newSecret}
        </Button>
        <Button size="small" weight="quiet" onPress={() => setRemoving(true)}>
          {w.removeIt}
        </Button>
      </div>
      {isLogOpen && <MessageLog endpointId={endpoint.id} canReplay={isOn} />}
      <ConfirmDialog
        isOpen={isRemoving}
        onOpenChange={setRemoving}
        title={w.removeTitle(endpoint.name)}
        action={w.removeIt}
        onConfirm={() => doing.mutate({ method: 'DELETE', path }, { onSuccess: () => setRemoving(false) })}
        isPending={doing.isPending}
      >
        <p>{w.removeText}</p>
      </ConfirmDialog>
    </li>
  );
};
