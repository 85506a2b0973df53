import { Download, ListTree, Upload } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useInBoth, useWords } from '../../../../app/language.tsx';
import { Button } from '../../../../components/button/button.tsx';
import { Badge } from '../../../../components/card/card.tsx';
import { Dialog } from '../../../../components/dialog/dialog.tsx';
import { type FeedLine, useFeedList } from './use-feed-list.ts';
import { words } from './words.ts';

/** Sites to follow, from another reader's list and into one. */
export const FeedListButton = () => {
  const w = useWords(words);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <ListTree aria-hidden size={16} />
        {w.open}
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={w.title} wide>
        {isOpen && <FeedListContent />}
      </Dialog>
    </>
  );
};

const FeedListContent = () => {
  const w = useWords(words);
  const { file, lines, look, add, downloadAddress } = useFeedList();
  const count = (state: FeedLine['state']) => lines?.filter((line) => line.state === state).length ?? 0;
  const fresh = count('new') + count('waiting');
  return (
    <div className="grid gap-4">
      <p className="text-ink-soft">{w.lead}</p>
      <div className="flex flex-wrap gap-3">
        <FileTrigger
          acceptedFileTypes={['.opml', '.xml', 'text/x-opml', 'text/xml', 'application/xml']}
          onSelect={(files) => files?.[0] && look.mutate(files[0])}
        >
          <Button weight={lines ? 'plain' : 'primary'} isPending={look.isPending}>
            <Upload aria-hidden size={16} />
            {lines ? w.other : w.choose}
          </Button>
        </FileTrigger>
        <a
          href={downloadAddress}
          download="feed.opml"
          className="inline-flex min-h-control items-center gap-2 px-2"
        >
          <Download aria-hidden size={16} />
          {w.download}
        </a>
      </div>
      {lines && (
        <>
          <p aria-live="polite">
            {add.isPending ? w.adding : w.found(fresh, count('here'), count('refused'))}
          </p>
          <ul className="max-h-[45dvh] overflow-auto rounded-md border border-line">
            {lines.map((line) => (
              <li key={line.at} className="border-line border-b px-4 py-2 last:border-b-0">
                <Line line={line} />
              </li>
            ))}
          </ul>
          {fresh > 0 && file && (
            <Button
              weight="primary"
              onPress={() => add.mutate(file)}
              isPending={add.isPending}
              className="justify-self-start"
            >
              {w.add(fresh)}
            </Button>
          )}
        </>
      )}
    </div>
  );
};

const tones = { new: 'accent', here: 'plain', added: 'good', waiting: 'plain', refused: 'bad' } as const;

const Line = ({ line: { line, title, folders, url, state, why } }: { readonly line: FeedLine }) => {
  const w = useWords(words);
  const say = useInBoth();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">
          <bdi>{title || w.untitled}</bdi>
        </p>
        <p className="break-all text-ink-soft text-small">
          {[w.line(line), ...folders, ...(url ? [url] : [])].join(' · ')}
        </p>
        {why && <p className="text-small">{say(why)}</p>}
      </div>
      <Badge tone={tones[state]}>{w.states[state]}</Badge>
    </div>
  );
};
