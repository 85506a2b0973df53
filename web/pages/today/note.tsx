import { Link } from '@tanstack/react-router';
import { useInBoth, useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { Avatar } from '../../components/avatar/avatar.tsx';
import { buttonLook } from '../../components/button/button-look.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { ChannelIcon, useChannelName } from '../../components/channel-icon/channel-icon.tsx';
import { firstName } from '../conversations/use-members.ts';
import type { DailyPerson } from './daily-query.ts';
import { type Gesture, gestures } from './use-choose.ts';
import { words } from './words.ts';

type NoteProps = {
  readonly person: DailyPerson;
  readonly isFirst: boolean;
  readonly onGesture?: (gesture: Gesture) => void;
};

/** Reads like a note from a colleague: who, what they said, why today, how and by whom, one thing to do. */
export const Note = ({ person, isFirst, onGesture }: NoteProps) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { contact, said, by } = person;
  return (
    <article tabIndex={-1} aria-label={contact.name} className="flex gap-4 rounded-md">
      <Avatar name={contact.name} size="large" />
      <div className="min-w-0 flex-1">
        <Who person={person} />
        {said && (
          <p dir="auto" className="letter mt-1 line-clamp-4 text-lead leading-snug tablet:line-clamp-3">
            {said.text.replace(/\s+/g, ' ')}
          </p>
        )}
        <p className="mt-2 font-medium text-read">{inBoth(person.why)}</p>
        <p className="text-ink-soft">
          {inBoth(person.manner)} {by && w.by(firstName(by.name))}
        </p>
        <div className="mt-3 -ml-16 flex flex-wrap items-center gap-x-1 gap-y-2 tablet:ml-0">
          <Act person={person} isFirst={isFirst} />
          {onGesture &&
            gestures.map((gesture) => (
              <button
                key={gesture}
                type="button"
                aria-label={`${w.gestures[gesture]}: ${contact.name}`}
                className={buttonLook('quiet', 'normal', 'px-2.5! tablet:px-3!')}
                onClick={() => onGesture(gesture)}
              >
                {w.gestures[gesture]}
              </button>
            ))}
        </div>
      </div>
    </article>
  );
};

const Who = ({ person: { contact, channel, minutes } }: { readonly person: DailyPerson }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const channelName = useChannelName();
  const from = [contact.company, contact.place].filter(Boolean).join(', ');
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-ink-faint text-small">
      <Link
        to="/$slug/relazioni/persone/$contactId"
        params={{ slug, contactId: contact.id }}
        className="font-semibold text-ink text-read no-underline hover:underline"
      >
        <bdi>{contact.name}</bdi>
      </Link>
      {from && <bdi>{from}</bdi>}
      {channel && (
        <span className="inline-flex items-baseline gap-1">
          <ChannelIcon channel={channel} size={14} className="self-center" />
          {channelName(channel)}
        </span>
      )}
      <span className="tabular">{w.minutes(minutes)}</span>
    </p>
  );
};

/** The one thing to do: answer where they spoke, note how a meeting went, or open their page. */
const Act = ({ person: { contact, threadId, reason, mannerKind }, isFirst }: NoteProps) => {
  const w = useWords(words);
  const may = useMay();
  const { slug } = useWorkspace();
  const mayReply = may('replies.send');
  const weight = mayReply && isFirst ? 'primary' : 'plain';
  const isAway = (mannerKind === 'visit' || mannerKind === 'call') && may('relations.manage');
  if (!threadId) {
    const label = isAway ? w.noteIt : w.open;
    return (
      <LinkButton
        to="/$slug/relazioni/persone/$contactId"
        params={{ slug, contactId: contact.id }}
        search={isAway ? { segna: 'incontro' } : {}}
        weight={weight}
        aria-label={`${label}: ${contact.name}`}
      >
        {label}
      </LinkButton>
    );
  }
  const label = mayReply ? (reason === 'thanked' ? w.thank : w.answer) : w.look;
  return (
    <LinkButton
      to="/$slug/conversazioni/$threadId"
      params={{ slug, threadId }}
      weight={weight}
      aria-label={`${label}: ${contact.name}`}
    >
      {label}
    </LinkButton>
  );
};
