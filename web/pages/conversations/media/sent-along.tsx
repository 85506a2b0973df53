import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { inWorkspace } from '../../../app/api.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { isWeb, Outside } from '../mention-turn.tsx';
import type { MentionView } from '../views.ts';
import { words as roomWords } from '../words.ts';
import { words } from './words.ts';

type SentAlongProps = {
  readonly mention: MentionView;
  /** Which among its media. */
  readonly place: number;
  readonly media: MentionView['media'][number];
};

/** Something that came with a message, by name and weight; shown or heard here when somebody asks, by way of our server. */
export const SentAlong = ({ mention, place, media }: SentAlongProps) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const times = useTimes();
  const [state, setState] = useState<'named' | 'shown' | 'failed'>('named');
  const name = media.alt || media.name || r.media[media.kind];
  const isFar = Boolean(media.url && isWeb(media.url));
  const isOurs = media.key !== undefined;
  const canShow = (isFar || isOurs) && (media.kind === 'image' || media.kind === 'audio');
  return (
    <li className="flex max-w-full flex-col gap-1 text-ink-soft">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Paperclip aria-hidden size={14} className="shrink-0" />
        {media.url && isFar ? (
          <Outside href={media.url}>{name}</Outside>
        ) : (
          <bdi className="line-clamp-2">{name}</bdi>
        )}
        {media.byteLength ? (
          <span className="text-ink-faint">{w.heavy(times.number(Math.ceil(media.byteLength / 1_000)))}</span>
        ) : null}
        {isOurs && media.kind === 'file' && <Kept mentionId={mention.id} place={place} name={name} />}
        {canShow && state === 'named' && (
          <Button size="small" weight="quiet" onPress={() => setState('shown')}>
            {media.kind === 'image' ? w.show : w.hear}
          </Button>
        )}
      </span>
      {state === 'shown' && (
        <Brought
          kind={media.kind === 'image' ? 'image' : 'audio'}
          mentionId={mention.id}
          place={place}
          name={name}
          onFail={() => setState('failed')}
        />
      )}
      {state === 'failed' && <span>{w.failed}</span>}
      {!isFar && mention.channel === 'mail' && <span className="text-ink-faint">{w.onlyThere}</span>}
    </li>
  );
};

type KeptProps = { readonly mentionId: string; readonly place: number; readonly name: string };

/** A document, to be kept: what is in it nobody here has looked at. */
const Kept = ({ mentionId, place, name }: KeptProps) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  return (
    <a
      href={inWorkspace(id, 'mentions', mentionId, 'media', String(place))}
      download={name}
      className="underline underline-offset-2"
    >
      {w.download}
    </a>
  );
};

type BroughtProps = {
  readonly kind: 'image' | 'audio';
  readonly mentionId: string;
  readonly place: number;
  readonly name: string;
  readonly onFail: () => void;
};

const Brought = ({ kind, mentionId, place, name, onFail }: BroughtProps) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const address = inWorkspace(id, 'mentions', mentionId, 'media', String(place));
  if (kind === 'image')
    return (
      <figure className="m-0">
        <img
          src={address}
          alt={name}
          onError={onFail}
          className="h-auto max-h-80 w-auto max-w-full rounded-md border border-line object-contain"
        />
        <figcaption className="text-ink-faint">{w.shownBy}</figcaption>
      </figure>
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: nobody has written what is said in it
    <audio controls src={address} onError={onFail} aria-label={name} className="max-w-full" />
  );
};
