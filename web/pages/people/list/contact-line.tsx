import { Link } from '@tanstack/react-router';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Avatar } from '../../../components/avatar/avatar.tsx';
import { Badge } from '../../../components/card/card.tsx';
import { ChannelIcon, useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { TieThread } from '../../../components/tie-thread/tie-thread.tsx';
import { tieWord } from '../tie-word.ts';
import { useCircleName } from '../use-circle-name.ts';
import type { ContactRow } from '../views.ts';
import { words as shared } from '../words.ts';
import { words } from './words.ts';

/** One person in a line: who, from where, and in a sentence what ties us. */
export const ContactLine = ({ contact }: { readonly contact: ContactRow }) => {
  const w = useWords(words);
  const s = useWords(shared);
  const times = useTimes();
  const inBoth = useInBoth();
  const { slug } = useWorkspace();
  const sentence = contact.why
    ? inBoth(contact.why)
    : contact.lastAt
      ? `${w.last(times.ago(contact.lastAt))}.`
      : `${w.never}.`;
  return (
    <Link
      to="/$slug/relazioni/persone/$contactId"
      params={{ slug, contactId: contact.id }}
      className="-mx-2 flex items-start gap-3 rounded-md px-2 py-row text-ink no-underline hover:bg-sunk"
    >
      <Avatar name={contact.name} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <bdi className="font-semibold">{contact.name}</bdi>
          <Where contact={contact} />
        </span>
        <span className="block text-ink-soft">{sentence}</span>
        <span className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-faint text-small">
          {contact.strength > 0 && (
            <span className="inline-flex items-center gap-1.5">
              <span className="text-accent">
                <TieThread strength={contact.strength} className="h-2.5 w-9" />
              </span>
              {s.ties[tieWord(contact.strength)]}
            </span>
          )}
          <span>{s.stages[contact.stage]}</span>
          <Channels channels={contact.channels} />
          {(contact.consent === 'quiet' || contact.consent === 'objected') && (
            <Badge>{s.consents[contact.consent]}</Badge>
          )}
        </span>
      </span>
    </Link>
  );
};

const Where = ({ contact }: { readonly contact: ContactRow }) => {
  const nameOf = useCircleName();
  const facts = [contact.company, contact.place, contact.circle && nameOf(contact.circle)].filter(
    (fact): fact is string => Boolean(fact),
  );
  if (facts.length === 0) return null;
  return <bdi className="text-ink-faint text-small">{facts.join(' · ')}</bdi>;
};

const Channels = ({ channels }: { readonly channels: readonly string[] }) => {
  const channelName = useChannelName();
  return channels.map((channel) => (
    <span key={channel} className="inline-flex items-center gap-1">
      <ChannelIcon channel={channel} size={13} />
      {channelName(channel)}
    </span>
  ));
};
