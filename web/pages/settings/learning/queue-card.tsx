import { useEffect, useRef, useState } from 'react';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useCommands } from '../../../app/shortcuts.ts';
import { Button } from '../../../components/button/button.tsx';
import { ChannelIcon, useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { Kbd } from '../../../components/kbd/kbd.tsx';
import { changeOf, judgedOf } from '../../../components/reading/change-of.ts';
import { ReadingForm } from '../../../components/reading/reading-form.tsx';
import type { Polarity, ReadingView } from '../../../components/reading/reading-view.ts';
import { useCorrectReading } from '../../../components/reading/use-correct-reading.ts';
import { evidenceOf } from '../../../components/reading/use-evidence.ts';
import { words as readingWords } from '../../../components/reading/words.ts';
import { RelativeTime } from '../../../components/relative-time/relative-time.tsx';
import { Letter } from '../../conversations/letter.tsx';
import { nameOf } from '../../conversations/views.ts';
import type { QueueItem } from './views.ts';
import { words } from './words.ts';

type QueueCardProps = {
  readonly item: QueueItem;
  readonly reading: ReadingView;
  readonly left: number;
  readonly onPass: () => void;
};

/** One text, what was read in it, and why it is asked about. */
export const QueueCard = ({ item: { mention, why }, reading, left, onPass }: QueueCardProps) => {
  const w = useWords(words);
  const r = useWords(readingWords);
  const inBoth = useInBoth();
  const before = judgedOf(reading);
  const [judged, setJudged] = useState(before);
  const correct = useCorrectReading(mention.id);
  const change = changeOf(before, judged);
  const isSame = Object.keys(change).length === 0;
  const save = () => !correct.isPending && correct.mutate(change, { onSuccess: onPass });
  const say = (polarity: Polarity) => setJudged({ ...judged, polarity });
  useCommands(w.queue, [
    { id: 'say-pos', label: w.keys.pos, keys: '1', keysOnly: true, run: () => say('pos') },
    { id: 'say-neg', label: w.keys.neg, keys: '2', keysOnly: true, run: () => say('neg') },
    { id: 'say-neu', label: w.keys.neu, keys: '3', keysOnly: true, run: () => say('neu') },
    { id: 'say-mixed', label: w.keys.mixed, keys: '4', keysOnly: true, run: () => say('mixed') },
    { id: 'skip', label: w.keys.skip, keys: 's', keysOnly: true, run: onPass },
  ]);
  useEnter(save);
  return (
    <form
      aria-label={w.queue}
      className="rounded-lg border border-line bg-sheet p-4 tablet:p-5"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <From mention={mention} left={left} />
      {mention.title && (
        <p dir="auto" className="font-semibold font-serif text-lead">
          {mention.title}
        </p>
      )}
      <Letter text={mention.body} underlined={evidenceOf(reading, 'polarity')} className="line-clamp-12" />
      <p className="mt-2 mb-4 text-ink-soft text-small">{inBoth(why)}</p>
      <ReadingForm value={judged} onChange={setJudged} withKeys />
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button type="submit" weight="primary" isPending={correct.isPending}>
          {isSame ? r.right : r.save}
        </Button>
        <span className="hidden desk:inline">
          <Kbd keys={w.enter} />
        </span>
        <Button weight="quiet" onPress={onPass}>
          {w.skip}
        </Button>
        <span className="hidden desk:inline">
          <Kbd keys="s" />
        </span>
      </div>
    </form>
  );
};

const From = ({ mention, left }: { readonly mention: QueueItem['mention']; readonly left: number }) => {
  const w = useWords(words);
  const channelName = useChannelName();
  return (
    <p className="mb-2 flex flex-wrap items-center gap-x-2 text-ink-faint text-small">
      <bdi className="font-semibold text-body text-ink">{nameOf(mention.author)}</bdi>
      <ChannelIcon channel={mention.channel} size={14} />
      {channelName(mention.channel)}
      <RelativeTime at={mention.saidAt} />
      <span className="ml-auto">{w.left(left)}</span>
    </p>
  );
};

/** Enter says yes from anywhere on the page where it means nothing else. */
const useEnter = (run: () => void): void => {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
      if (document.activeElement !== document.body && document.activeElement?.id !== 'content') return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
};
