import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useTimes } from '../../app/times.ts';
import { Avatar } from '../../components/avatar/avatar.tsx';
import { Button } from '../../components/button/button.tsx';
import { OwnPicture, ownPictureOf } from '../../components/picture/own-picture.tsx';
import { ReadingLine } from '../../components/reading/reading-line.tsx';
import { useEvidence } from '../../components/reading/use-evidence.ts';
import { answerPlaceOf } from './answer-place.ts';
import { HideComment } from './hide-comment.tsx';
import { Letter } from './letter.tsx';
import { SentAlong } from './media/sent-along.tsx';
import { PlaceLine } from './place-line.tsx';
import { Shown } from './reply-turn.tsx';
import { AiMark } from './suggestion/ai-mark.tsx';
import { type MentionView, nameOf, type ReplyView } from './views.ts';
import { words } from './words.ts';

type MentionTurnProps = {
  readonly mention: MentionView;
  /** The colleague who wrote it, when it is one of our answers. */
  readonly writer: string | undefined;
  /** That answer began as a draft of a language model. */
  readonly isDrafted?: boolean;
  /** The pictures of that answer as we keep them: shown instead of links to them. */
  readonly pictures?: ReplyView['media'];
  /** Somebody wants to say that it was read wrongly. */
  readonly onCorrect: () => void;
};

/** One turn: theirs on the left, ours on the right and signed by a person. */
export const MentionTurn = ({ mention, writer, isDrafted, pictures = [], onCorrect }: MentionTurnProps) => {
  const w = useWords(words);
  const account = nameOf(mention.author) ?? (mention.ours ? w.us : w.someone);
  const name = writer ?? account;
  return (
    <div className={`flex gap-3 ${mention.ours ? 'flex-row-reverse' : ''}`}>
      <Avatar name={name} />
      <div
        className={`min-w-0 max-w-[85%] ${mention.ours ? 'rounded-lg border border-line bg-sheet px-4 py-3' : ''}`}
      >
        <TurnHead mention={mention} name={name} account={writer ? account : undefined} />
        {mention.removedAt ? (
          <p className="text-ink-soft italic">{w.removed}</p>
        ) : (
          <Words mention={mention} onCorrect={onCorrect} />
        )}
        {!mention.removedAt && <Shown media={pictures} />}
        {!mention.removedAt && <OwnPictures media={mention.media} />}
        {isDrafted && <AiMark kind="answer" name={name} />}
        {!mention.removedAt && <Attached mention={mention} hasPictures={pictures.length > 0} />}
        <HideComment mention={mention} />
      </div>
    </div>
  );
};

const TurnHead = ({
  mention,
  name,
  account,
}: {
  readonly mention: MentionView;
  readonly name: string;
  /** Given for an answer written here, which has come back from the channel as proof that it arrived. */
  readonly account: string | undefined;
}) => {
  const w = useWords(words);
  const times = useTimes();
  const facts = [
    account,
    mention.author.handle && mention.author.handle !== name && !account ? mention.author.handle : undefined,
    mention.form === 'post' || mention.form === 'reply' || mention.form === 'message'
      ? undefined
      : w.forms[mention.form],
    mention.automatic ? w.automatic[mention.automatic as keyof typeof w.automatic] : undefined,
    mention.visibility === 'followers' ? w.visibilities.followers : undefined,
  ].filter((fact): fact is string => Boolean(fact));
  return (
    <p className="mb-1 flex flex-wrap items-baseline gap-x-2 text-ink-faint text-small">
      <span className="font-semibold text-body text-ink">
        <bdi className="line-clamp-2">{name}</bdi>
      </span>
      {facts.map((fact) => (
        <bdi key={fact} className="line-clamp-1">
          {fact}
        </bdi>
      ))}
      <time dateTime={mention.saidAt} title={times.full(mention.saidAt)}>
        {times.time(mention.saidAt)}
      </time>
      {mention.editedAt && <span>{w.edited}</span>}
      {account && <span>{w.sent}</span>}
    </p>
  );
};

const Words = ({ mention, onCorrect }: Pick<MentionTurnProps, 'mention' | 'onCorrect'>) => {
  const w = useWords(words);
  const times = useTimes();
  const reading = mention.ours ? null : mention.reading;
  const evidence = useEvidence(reading);
  const [opened, setOpened] = useState(mention.contentWarning === null);
  if (!opened)
    return (
      <div>
        <p className="mb-2 text-ink-soft">{mention.contentWarning}</p>
        <Button size="small" onPress={() => setOpened(true)}>
          {w.showWarned}
        </Button>
      </div>
    );
  return (
    <>
      {mention.rating && (
        <p className="mb-1 font-medium text-small">
          {w.rated(times.number(mention.rating.value), times.number(mention.rating.best))}
        </p>
      )}
      {mention.place && <PlaceLine place={mention.place} />}
      {mention.title && mention.form !== 'message' && (
        <p dir="auto" className="mb-1 font-semibold font-serif text-lead">
          {mention.title}
        </p>
      )}
      <Letter
        text={mention.body}
        spans={mention.matches.flatMap(({ spans }) => spans)}
        underlined={evidence.underlined}
      />
      {reading && (
        <ReadingLine mentionId={mention.id} reading={reading} evidence={evidence} onCorrect={onCorrect} />
      )}
      {mention.quoted && (
        <details className="mt-2">
          <summary className="cursor-default text-ink-soft text-small">{w.quoted}</summary>
          <Letter text={mention.quoted} className="mt-1 border-line border-l-2 pl-3 text-ink-soft" />
        </details>
      )}
    </>
  );
};

/** Screenshots that colleagues added themselves. */
export const OwnPictures = ({ media }: { readonly media: MentionView['media'] }) => {
  const w = useWords(words);
  const own = media.flatMap(({ url, alt }) => {
    const uploadId = ownPictureOf(url);
    return uploadId ? [{ uploadId, alt }] : [];
  });
  return own.map(({ uploadId, alt }) => (
    <div key={uploadId} className="mt-2">
      <OwnPicture uploadId={uploadId} alt={alt || w.media.image} />
    </div>
  ));
};

/** Links and attachments by name: nothing of another site is loaded until somebody chooses to go there. */
const Attached = ({
  mention,
  hasPictures,
}: {
  readonly mention: MentionView;
  readonly hasPictures: boolean;
}) => {
  const w = useWords(words);
  const links = mention.links.filter(({ url }) => isWeb(url));
  const place = answerPlaceOf(mention);
  const attached = mention.media.flatMap((media, place) =>
    ownPictureOf(media.url) || (hasPictures && media.kind === 'image') ? [] : [{ media, place }],
  );
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-small">
      {attached.map(({ media, place: at }) => (
        <SentAlong key={at} mention={mention} place={at} media={media} />
      ))}
      {links.map(({ url, title }) => (
        <li key={url}>
          <Outside href={url}>{title || hostOf(url)}</Outside>
        </li>
      ))}
      {mention.url && isWeb(mention.url) && (
        <li>
          <Outside href={mention.url}>{place && !mention.ours ? w.answerOn(place) : w.openOriginal}</Outside>
        </li>
      )}
    </ul>
  );
};

export const Outside = ({ href, children }: { readonly href: string; readonly children: string }) => (
  <a href={href} target="_blank" rel="noreferrer noopener" className="link inline-flex items-center gap-1">
    <bdi className="line-clamp-2">{children}</bdi>
    <ExternalLink aria-hidden size={12} className="shrink-0" />
  </a>
);

/** Only the web: never javascript:, data: or what else an address can hide. */
export const isWeb = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url);

const hostOf = (url: string): string => new URL(url).hostname;
