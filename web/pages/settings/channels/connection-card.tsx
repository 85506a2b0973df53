import {
  Braces,
  CircleAlert,
  CircleCheck,
  CirclePause,
  DoorOpen,
  KeyRound,
  MoreHorizontal,
  Pause,
  Pencil,
  Play,
  RefreshCw,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import type { ChannelManifest, ConnectionView } from '../../../app/views.ts';
import { Button } from '../../../components/button/button.tsx';
import { Badge, Card } from '../../../components/card/card.tsx';
import { ChannelIcon } from '../../../components/channel-icon/channel-icon.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Menu } from '../../../components/menu/menu.tsx';
import { RelativeTime } from '../../../components/relative-time/relative-time.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { ConnectForm } from './connect-form.tsx';
import { DoorDialog } from './door-dialog.tsx';
import { MappingDialog } from './mapping/mapping-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { SpendingNote } from './spending-note.tsx';
import { useConnectionActions } from './use-connection-actions.ts';
import { words } from './words.ts';

const states = {
  active: { tone: 'good', word: 'active', icon: CircleCheck },
  paused: { tone: 'plain', word: 'paused', icon: CirclePause },
  'needs-attention': { tone: 'bad', word: 'attention', icon: CircleAlert },
} as const;

type ConnectionCardProps = {
  readonly connection: ConnectionView;
  readonly manifest: ChannelManifest | undefined;
  readonly mayManage: boolean;
};

/** A channel of the company and how it is, in words. */
export const ConnectionCard = ({ connection, manifest, mayManage }: ConnectionCardProps) => {
  const w = useWords(words);
  const say = useInBoth();
  const [open, setOpen] = useState<'edit' | 'door' | 'mapping' | 'remove' | null>(null);
  const { check, setState, renew } = useConnectionActions(connection);
  const state = states[connection.state];
  const StateIcon = state.icon;
  const who = connection.account?.handle ?? connection.account?.name;
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-3">
        <ChannelIcon
          channel={connection.channel}
          {...(manifest ? { icon: manifest.icon } : {})}
          size={22}
          className="text-accent"
        />
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold text-read">{connection.name}</h2>
          <p className="truncate text-ink-soft">
            {[manifest ? say(manifest.name) : connection.channel, who]
              .filter((fact) => fact && fact !== connection.name)
              .join(' · ')}
          </p>
        </div>
        <Badge tone={state.tone}>
          <StateIcon aria-hidden size={14} />
          {w[state.word]}
        </Badge>
        {mayManage && (
          <Menu
            label={w.menu(connection.name)}
            placement="bottom end"
            trigger={
              <Button weight="quiet" aria-label={w.menu(connection.name)} className="-mr-2 w-control px-0!">
                <MoreHorizontal aria-hidden size={18} />
              </Button>
            }
            entries={[
              {
                id: 'check',
                label: w.checkNow,
                icon: <RefreshCw aria-hidden size={16} />,
                run: () => check.mutate(),
              },
              {
                id: 'edit',
                label: w.edit,
                icon: <Pencil aria-hidden size={16} />,
                run: () => setOpen('edit'),
              },
              ...(manifest?.door
                ? [
                    {
                      id: 'door',
                      label: w.door,
                      icon: <DoorOpen aria-hidden size={16} />,
                      run: () => setOpen('door'),
                    },
                  ]
                : []),
              ...(connection.channel === 'webhook'
                ? [
                    {
                      id: 'mapping',
                      label: w.mapping,
                      icon: <Braces aria-hidden size={16} />,
                      run: () => setOpen('mapping'),
                    },
                  ]
                : []),
              ...(manifest?.auth === 'oauth2'
                ? [
                    {
                      id: 'renew',
                      label: w.renew,
                      icon: <KeyRound aria-hidden size={16} />,
                      run: () => renew.mutate(),
                    },
                  ]
                : []),
              connection.state === 'paused'
                ? {
                    id: 'state',
                    label: w.resume,
                    icon: <Play aria-hidden size={16} />,
                    run: () => setState.mutate('active'),
                  }
                : {
                    id: 'state',
                    label: w.pause,
                    icon: <Pause aria-hidden size={16} />,
                    run: () => setState.mutate('paused'),
                  },
              { id: 'line', separator: true },
              {
                id: 'remove',
                label: w.remove,
                icon: <Trash2 aria-hidden size={16} />,
                isDanger: true,
                run: () => setOpen('remove'),
              },
            ]}
          />
        )}
      </div>
      {connection.problem && <ProblemNote problem={connection.problem} nextPollAt={connection.nextPollAt} />}
      {connection.endsSoon && connection.expiresAt && (
        <EndingNote
          expiresAt={connection.expiresAt}
          {...(mayManage && manifest?.auth === 'oauth2' ? { onRenew: () => renew.mutate() } : {})}
        />
      )}
      {connection.spending && <SpendingNote spending={connection.spending} />}
      <Facts connection={connection} />
      {manifest && (
        <Dialog
          isOpen={open === 'edit'}
          onOpenChange={(isOpen) => !isOpen && setOpen(null)}
          title={w.editTitle(connection.name)}
        >
          <ConnectForm
            manifest={manifest}
            connection={connection}
            onConnected={() => {
              setOpen(null);
              showToast({ text: w.saved, tone: 'good' });
            }}
          />
        </Dialog>
      )}
      <DoorDialog
        connection={connection}
        isOpen={open === 'door'}
        onOpenChange={(isOpen) => !isOpen && setOpen(null)}
      />
      <MappingDialog
        connection={connection}
        isOpen={open === 'mapping'}
        onOpenChange={(isOpen) => !isOpen && setOpen(null)}
      />
      <RemoveDialog
        connection={connection}
        isOpen={open === 'remove'}
        onOpenChange={(isOpen) => !isOpen && setOpen(null)}
      />
    </Card>
  );
};

type ProblemNoteProps = {
  readonly problem: NonNullable<ConnectionView['problem']>;
  readonly nextPollAt: string | null;
};

/** What is wrong, what is safe, what to do; the channel's own words for who wants them. */
const ProblemNote = ({ problem, nextPollAt }: ProblemNoteProps) => {
  const w = useWords(words);
  const say = useInBoth();
  const ahead = nextPollAt && Date.parse(nextPollAt) > Date.now();
  return (
    <div className="mt-4 rounded-md bg-bad-soft px-4 py-3">
      <p className="font-medium">
        {say(problem.title)} <RelativeTime at={problem.at} className="font-normal text-ink-soft text-small" />
      </p>
      <p className="mt-1 text-ink-soft">
        {say(problem.advice)}
        {ahead && (
          <>
            {' '}
            {w.nextTry}: <RelativeTime at={nextPollAt} />.
          </>
        )}
      </p>
      {problem.detail && (
        <details className="mt-2 text-ink-soft text-small">
          <summary className="w-fit cursor-default">{w.details}</summary>
          <p className="mt-1 break-all font-mono">{problem.detail}</p>
        </details>
      )}
    </div>
  );
};

type EndingNoteProps = { readonly expiresAt: string; readonly onRenew?: () => void };

/** A permission that ends soon and does not renew by itself. */
const EndingNote = ({ expiresAt, onRenew }: EndingNoteProps) => {
  const w = useWords(words);
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-warn-soft px-4 py-3">
      <p className="min-w-0 flex-1 basis-64">
        <span className="font-medium">
          {w.endsSoon} <RelativeTime at={expiresAt} />.
        </span>{' '}
        <span className="text-ink-soft">{w.endsSoonText}</span>
      </p>
      {onRenew && (
        <Button onPress={onRenew}>
          <KeyRound aria-hidden size={16} />
          {w.renew}
        </Button>
      )}
    </div>
  );
};

const Facts = ({ connection }: { readonly connection: ConnectionView }) => {
  const w = useWords(words);
  const times = useTimes();
  const { lastEventAt, lastCheckedAt, expiresAt, missed } = connection;
  return (
    <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-2 text-small">
      <div>
        <dt className="text-ink-faint">{w.lastEvent}</dt>
        <dd>{lastEventAt ? <RelativeTime at={lastEventAt} /> : w.noEvent}</dd>
      </div>
      {lastCheckedAt && (
        <div>
          <dt className="text-ink-faint">{w.lastCheck}</dt>
          <dd>
            <RelativeTime at={lastCheckedAt} />
          </dd>
        </div>
      )}
      {missed && (
        <div>
          <dt className="text-ink-faint">{w.missed}</dt>
          <dd>
            {w.missedFrom(times.full(missed.since), times.full(missed.until))}{' '}
            <span className="text-ink-soft">{missed.filledAt ? w.missedFilled : w.missedWaiting}</span>
          </dd>
        </div>
      )}
      {expiresAt && (
        <div>
          <dt className="text-ink-faint">{w.expires}</dt>
          <dd>{times.dateYear(expiresAt)}</dd>
        </div>
      )}
    </dl>
  );
};
