import { Link } from '@tanstack/react-router';
import { useInBoth, useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { Avatar } from '../../components/avatar/avatar.tsx';
import { buttonLook } from '../../components/button/button-look.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { ChannelIcon, useChannelName } from '../../components/channel-icon/channel-icon.tsx';
import { firstName } from '../conversations/use-members.ts';
import type { DailyPerson } from './daily-query.ts';
import { dayLook } from './day-look.ts';
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
    <article tabIndex={-1} aria-label={contact.name} className={dayLook.note}>
      <Avatar name={contact.name} size="large" />
      <div className={dayLook.told}>
        <Who person={person} />
        {said && (
          <p dir="auto" className={dayLook.said}>
            {said.text.replace(/\s+/g, ' ')}
          </p>
        )}
        <p className={dayLook.why}>{inBoth(person.why)}</p>
        <p className={dayLook.manner}>
          {inBoth(person.manner)} {by && w.by(firstName(by.name))}
        </p>
        <div className={dayLook.acts}>
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
    <p className={dayLook.who}>
      <Link
        to="/$slug/relazioni/persone/$contactId"
        params={{ slug, contactId: contact.id }}
        className={dayLook.name}
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
