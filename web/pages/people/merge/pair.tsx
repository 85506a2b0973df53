import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Avatar } from '../../../components/avatar/avatar.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Badge } from '../../../components/card/card.tsx';
import { ChannelIcon, useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { ChoiceRow } from '../../../components/checkbox/choice-row.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import type { ContactRow, Suggestion } from '../views.ts';
import { words as shared } from '../words.ts';
import { useDismiss, useMerge } from './use-merge.ts';
import { words } from './words.ts';

/** Two entries, what speaks for their being one, and a person's word. */
export const Pair = ({ suggestion }: { readonly suggestion: Suggestion }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const may = useMay();
  const { a, b, evidence, certainty } = suggestion;
  const level = certainty >= 0.9 ? 'sure' : certainty >= 0.6 ? 'likely' : 'maybe';
  return (
    <article
      aria-label={`${a.name}, ${b.name}`}
      className="rounded-lg border border-line bg-sheet p-4 tablet:p-5"
    >
      <div className="grid gap-4 tablet:grid-cols-2">
        <Entry contact={a} />
        <Entry contact={b} />
      </div>
      <div className="mt-4 border-line border-t pt-4">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{w.evidence}</span>
          <Badge tone={level === 'sure' ? 'good' : 'plain'}>{w[level]}</Badge>
        </p>
        <ul className="mt-1 list-disc pl-5">
          {evidence.map((one) => (
            <li key={`${one.kind} ${one.says.it}`}>{inBoth(one.says)}</li>
          ))}
        </ul>
      </div>
      {may('relations.manage') && <Decide suggestion={suggestion} />}
    </article>
  );
};

const Entry = ({ contact }: { readonly contact: ContactRow }) => {
  const w = useWords(words);
  const s = useWords(shared);
  const times = useTimes();
  const inBoth = useInBoth();
  const channelName = useChannelName();
  const { slug } = useWorkspace();
  const facts = [contact.company, contact.place, s.stages[contact.stage]].filter(Boolean);
  return (
    <div className="flex min-w-0 gap-3">
      <Avatar name={contact.name} />
      <div className="min-w-0">
        <p className="font-semibold">
          <bdi>{contact.name}</bdi>
        </p>
        <p className="text-ink-soft">{facts.join(' · ')}</p>
        <p className="flex flex-wrap gap-x-3 text-ink-faint text-small">
          {contact.channels.map((channel) => (
            <span key={channel} className="inline-flex items-center gap-1">
              <ChannelIcon channel={channel} size={13} />
              {channelName(channel)}
            </span>
          ))}
          {contact.lastAt && <span>{times.ago(contact.lastAt)}</span>}
        </p>
        {contact.why && <p className="mt-1 text-ink-soft text-small">{inBoth(contact.why)}</p>}
        <Link
          to="/$slug/relazioni/persone/$contactId"
          params={{ slug, contactId: contact.id }}
          className="link inline-flex min-h-6 items-center text-small"
          aria-label={`${w.openEntry}: ${contact.name}`}
        >
          {w.openEntry}
        </Link>
      </div>
    </div>
  );
};

const Decide = ({ suggestion: { a, b, evidence } }: { readonly suggestion: Suggestion }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const channelName = useChannelName();
  const merge = useMerge();
  const dismiss = useDismiss();
  const [kept, setKept] = useState(a.id);
  const [reason, setReason] = useState(() =>
    evidence
      .map(({ says }) => inBoth(says))
      .join(' ')
      .slice(0, 500),
  );
  const other = kept === a.id ? b.id : a.id;
  return (
    <form
      className="mt-4"
      onSubmit={(event) => {
        event.preventDefault();
        merge.mutate({ keptId: kept, otherId: other, reason: reason.trim() });
      }}
    >
      {merge.error ? <ErrorNote error={merge.error} className="mb-3" /> : null}
      <ChoiceRow
        label={w.keep}
        value={kept}
        onChange={setKept}
        choices={[a, b].map(({ id, name, channels }) => ({
          value: id,
          label: a.name === b.name && channels[0] ? `${name} (${channelName(channels[0])})` : name,
        }))}
      />
      <TextField label={w.reason} help={w.reasonHint} value={reason} onChange={setReason} maxLength={500} />
      <div className="mt-1 flex flex-wrap gap-3">
        <Button type="submit" weight="primary" isPending={merge.isPending} isDisabled={!reason.trim()}>
          {w.merge}
        </Button>
        <Button isPending={dismiss.isPending} onPress={() => dismiss.mutate({ a: a.id, b: b.id })}>
          {w.different}
        </Button>
      </div>
    </form>
  );
};
