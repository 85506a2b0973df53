import { Check, ShieldAlert, Undo2, X } from 'lucide-react';
import { useWords } from '../../../app/language.tsx';
import { Avatar } from '../../../components/avatar/avatar.tsx';
import { Button } from '../../../components/button/button.tsx';
import { ChannelIcon, useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { RelativeTime } from '../../../components/relative-time/relative-time.tsx';
import type { Choice } from './use-choice.ts';
import type { HeldView } from './use-held.ts';
import { words } from './words.ts';

type HeldRowProps = { readonly one: HeldView; readonly choice: Choice; readonly mayDecide: boolean };

/** One thing that waits: who, on which page, in their own words, and what to do with it. */
export const HeldRow = ({ one, choice, mayDecide }: HeldRowProps) => {
  const w = useWords(words);
  const channelName = useChannelName();
  const name = one.author.name ?? one.author.handle ?? w.someone;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: whatever is focused in it, it is the one that the keys mean
    <div
      ref={choice.keepRow(one.id)}
      tabIndex={-1}
      onFocus={() => choice.setAtHand(one.id)}
      className="flex gap-3 rounded-md outline-offset-4 focus-visible:outline-2 focus-visible:outline-accent"
    >
      {mayDecide && (
        <Checkbox
          aria-label={w.select(name)}
          isSelected={choice.isChosen(one.id)}
          onChange={() => choice.toggle(one.id)}
        >
          {''}
        </Checkbox>
      )}
      <article className="min-w-0 flex-1">
        <header className="flex flex-wrap items-center gap-x-2 text-ink-soft text-small">
          <Avatar name={name} size="small" />
          <span className="font-medium text-body text-ink">{name}</span>
          <ChannelIcon channel={one.channel} />
          <span>{one.connection || channelName(one.channel)}</span>
          <RelativeTime at={one.saidAt ?? one.receivedAt} />
        </header>
        {one.title && <p className="mt-2 font-medium text-body">{one.title}</p>}
        <p className="letter mt-1 max-w-prose whitespace-pre-line break-words text-read">{one.body}</p>
        <Places one={one} />
        <Standing one={one} />
        {mayDecide && <Decide one={one} choice={choice} />}
      </article>
    </div>
  );
};

/** Only addresses of the web are links: what is shown was written by anybody. */
const isWeb = (url: string | null): url is string => url !== null && /^https?:\/\//.test(url);

const Places = ({ one }: { readonly one: HeldView }) => {
  const w = useWords(words);
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-small">
      {isWeb(one.url) && (
        <a
          href={one.url}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="link inline-flex min-h-6 min-w-0 items-center truncate"
        >
          {w.open} · {new URL(one.url).host}
        </a>
      )}
      {isWeb(one.about) && (
        <span className="min-w-0 break-all">
          {w.about}: {one.about.replace(/^https?:\/\//, '')}
        </span>
      )}
    </p>
  );
};

const Standing = ({ one }: { readonly one: HeldView }) => {
  const w = useWords(words);
  const why = one.state === 'refused' ? (one.refusedAs === 'spam' ? w.wasSpam : w.wasUnwanted) : '';
  const told = one.carriage === 'failed' ? w.notTold : one.carriage === 'pending' ? w.telling : '';
  const said = [why, told].filter(Boolean).join(' · ');
  return said ? <p className="mt-1 text-ink-soft text-small">{said}</p> : null;
};

const Decide = ({ one, choice }: { readonly one: HeldView; readonly choice: Choice }) => {
  const w = useWords(words);
  const { isPending, take } = choice;
  if (one.state === 'refused')
    return (
      <div className="mt-3">
        <Button size="small" isDisabled={isPending} onPress={() => take([one.id], { verb: 'put-back' })}>
          <Undo2 aria-hidden size={16} />
          {w.putBack}
        </Button>
      </div>
    );
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <Button size="small" isDisabled={isPending} onPress={() => take([one.id], { verb: 'approve' })}>
        <Check aria-hidden size={16} />
        {w.approve}
      </Button>
      <Button
        size="small"
        isDisabled={isPending}
        onPress={() => take([one.id], { verb: 'refuse', as: 'unwanted' })}
      >
        <X aria-hidden size={16} />
        {w.refuse}
      </Button>
      <Button
        size="small"
        isDisabled={isPending}
        onPress={() => take([one.id], { verb: 'refuse', as: 'spam' })}
      >
        <ShieldAlert aria-hidden size={16} />
        {w.spam}
      </Button>
    </div>
  );
};
