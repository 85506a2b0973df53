import { useNavigate, useSearch } from '@tanstack/react-router';
import { CalendarPlus, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { Avatar } from '../../../components/avatar/avatar.tsx';
import { Button } from '../../../components/button/button.tsx';
import { LinkButton } from '../../../components/button/link-button.tsx';
import { Badge } from '../../../components/card/card.tsx';
import { ChannelIcon, useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { isWeb, Outside } from '../../conversations/mention-turn.tsx';
import { MergeDialog } from '../merge/merge-dialog.tsx';
import type { ContactDetail, Identity } from '../views.ts';
import { words as shared } from '../words.ts';
import { EditDialog } from './edit-dialog.tsx';
import { MeetingDialog } from './meeting-dialog.tsx';
import { words } from './words.ts';

type Open = 'edit' | 'meeting' | 'merge' | null;

/** Who it is, where they speak, and what we can do from here. */
export const ContactHeader = ({ detail }: { readonly detail: ContactDetail }) => {
  const w = useWords(words);
  const { contact, identities } = detail;
  const [open, setOpen] = useOpen(contact.id);
  const close = () => setOpen(null);
  const facts = [contact.role, contact.company, contact.place].filter((fact) => fact !== null);
  return (
    <header className="mb-8 flex flex-wrap items-start gap-x-5 gap-y-4">
      <Avatar name={contact.name} size="large" />
      <div className="min-w-0 flex-1 basis-64">
        <h1 className="font-semibold text-title tracking-tight">
          <bdi>{contact.name}</bdi>
        </h1>
        {facts.length > 0 && <p className="text-ink-soft text-read">{facts.join(' · ')}</p>}
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-small" aria-label={w.channels}>
          {identities.map((identity) => (
            <Account key={identity.id} identity={identity} />
          ))}
        </ul>
        <Marks detail={detail} />
        {contact.note && <p className="mt-3 max-w-read whitespace-pre-wrap text-ink-soft">{contact.note}</p>}
      </div>
      <Actions detail={detail} onOpen={setOpen} />
      {open === 'edit' && <EditDialog detail={detail} onClose={close} />}
      {open === 'meeting' && <MeetingDialog contact={contact} onClose={close} />}
      {open === 'merge' && <MergeDialog contact={contact} onClose={close} />}
    </header>
  );
};

/** Which dialog is open; the address may ask for the one of a meeting, and forgets it when that closes. */
const useOpen = (contactId: string): readonly [Open, (open: Open) => void] => {
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const { segna } = useSearch({ strict: false });
  const asked = useMay()('relations.manage') && segna === 'incontro';
  const [open, setOpen] = useState<Open>(asked ? 'meeting' : null);
  const change = (next: Open) => {
    setOpen(next);
    if (next === null && segna)
      void navigate({
        to: '/$slug/relazioni/persone/$contactId',
        params: { slug, contactId },
        replace: true,
      });
  };
  return [open, change];
};

const Account = ({ identity }: { readonly identity: Identity }) => {
  const channelName = useChannelName();
  const label = identity.handle ?? identity.name ?? channelName(identity.channel);
  return (
    <li className="inline-flex items-center gap-1.5">
      <ChannelIcon channel={identity.channel} size={14} className="text-ink-faint" />
      <span className="text-ink-faint">{channelName(identity.channel)}</span>
      {identity.url && isWeb(identity.url) ? (
        <Outside href={identity.url}>{label}</Outside>
      ) : (
        <bdi>{label}</bdi>
      )}
    </li>
  );
};

const Marks = ({ detail: { contact } }: { readonly detail: ContactDetail }) => {
  const w = useWords(words);
  const s = useWords(shared);
  const isQuiet = contact.consent === 'quiet' || contact.consent === 'objected';
  if (!isQuiet && contact.tags.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-2" aria-label={w.tags}>
      {isQuiet && (
        <li>
          <Badge tone="warn">{s.consents[contact.consent]}</Badge>
        </li>
      )}
      {contact.tags.map((tag) => (
        <li key={tag}>
          <Badge>{tag}</Badge>
        </li>
      ))}
    </ul>
  );
};

const Actions = ({
  detail,
  onOpen,
}: {
  readonly detail: ContactDetail;
  readonly onOpen: (open: Open) => void;
}) => {
  const w = useWords(words);
  const may = useMay();
  const { slug } = useWorkspace();
  const [thread] = detail.threads;
  return (
    <div className="flex flex-wrap gap-2">
      {thread && (
        <LinkButton
          to="/$slug/conversazioni/$threadId"
          params={{ slug, threadId: thread.id }}
          weight="primary"
        >
          {w.lastTalk}
        </LinkButton>
      )}
      {may('relations.manage') && (
        <>
          <Button onPress={() => onOpen('meeting')}>
            <CalendarPlus aria-hidden size={16} />
            {w.addMeeting}
          </Button>
          <Button weight="quiet" onPress={() => onOpen('edit')}>
            <Pencil aria-hidden size={16} />
            {w.edit}
          </Button>
          <Button weight="quiet" onPress={() => onOpen('merge')}>
            {w.merge}
          </Button>
        </>
      )}
    </div>
  );
};
