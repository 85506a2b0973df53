import { Link } from '@tanstack/react-router';
import { call, inWorkspace } from '../../../app/api.ts';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ChannelIcon, useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { RelativeTime } from '../../../components/relative-time/relative-time.tsx';
import { Letter } from '../../conversations/letter.tsx';
import { useUndoable } from '../use-undoable.ts';
import type { Contact, StoryEntry } from '../views.ts';
import { addMeeting } from './use-contact.ts';
import { words } from './words.ts';

type StoryLineProps = { readonly entry: StoryEntry; readonly contact: Contact };

/** One thing that happened, in the words in which it was said. */
export const StoryLine = ({ entry, contact }: StoryLineProps) => {
  const ours = entry.direction === 'out';
  return (
    <li className={`relative pb-5 pl-6 ${ours ? 'tablet:pl-14' : ''}`}>
      <span aria-hidden className="absolute top-0 bottom-0 left-1.5 border-line border-l" />
      <span
        aria-hidden
        className={`absolute top-1.5 left-0 size-3 rounded-full border-2 border-accent ${ours ? 'bg-paper' : 'bg-accent'}`}
      />
      <Head entry={entry} contact={contact} />
      {entry.text && (
        <div className={ours ? 'rounded-lg border border-line bg-sheet px-4 py-3' : ''}>
          <Letter text={entry.text} className="line-clamp-8" />
        </div>
      )}
      <Foot entry={entry} contact={contact} />
    </li>
  );
};

const Head = ({ entry, contact }: StoryLineProps) => {
  const w = useWords(words);
  const channelName = useChannelName();
  const kind = w.kinds[entry.kind as keyof typeof w.kinds] ?? entry.kind;
  const other = typeof entry.with === 'string' ? entry.with : entry.with?.name;
  const who =
    entry.direction === 'in'
      ? w.from(contact.name)
      : entry.direction === 'between'
        ? other
          ? w.between(other)
          : ''
        : entry.personName
          ? w.from(entry.personName)
          : w.fromUs;
  return (
    <p className="mb-1 flex flex-wrap items-baseline gap-x-2 text-ink-faint text-small">
      <span className="font-medium text-body text-ink">
        {entry.kind === 'meeting'
          ? entry.personName
            ? w.metWith(entry.personName)
            : kind
          : `${kind} ${who}`}
      </span>
      {entry.kind !== 'meeting' && (
        <span className="inline-flex items-center gap-1">
          <ChannelIcon channel={entry.channel} size={13} />
          {channelName(entry.channel)}
        </span>
      )}
      <RelativeTime at={entry.at} />
    </p>
  );
};

const Foot = ({ entry, contact }: StoryLineProps) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-4 text-small">
      {entry.threadId && (
        <Link
          to="/$slug/conversazioni/$threadId"
          params={{ slug, threadId: entry.threadId }}
          className="link inline-flex min-h-6 items-center"
        >
          {w.openThread}
        </Link>
      )}
      {entry.byHand && <TakeAway entry={entry} contact={contact} />}
    </div>
  );
};

/** What was noted by hand can be taken away, and put back. */
const TakeAway = ({ entry, contact }: StoryLineProps) => {
  const w = useWords(words);
  const may = useMay();
  const { id } = useWorkspace();
  const takeAway = useUndoable({
    told: w.meetingRemoved,
    act: () => call('DELETE', inWorkspace(id, 'interactions', entry.id)),
    undo: () => addMeeting(id, contact.id, { at: entry.at, note: entry.text ?? '' }),
  });
  if (!may('relations.manage')) return null;
  return (
    <Button
      size="small"
      weight="quiet"
      className="-ml-3"
      isPending={takeAway.isPending}
      onPress={() => takeAway.mutate()}
    >
      {w.removeMeeting}
    </Button>
  );
};
