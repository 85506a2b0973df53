import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useChannels } from '../../../app/channels.ts';
import { useInBoth } from '../../../app/language.tsx';
import { ChannelIcon } from '../../../components/channel-icon/channel-icon.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';

/** The channels there are, each with what it brings in a sentence. */
export const ChannelChoice = ({ onChoose }: { readonly onChoose: (id: string) => void }) => {
  const say = useInBoth();
  const channels = useChannels();
  return (
    <>
      {channels.error && <ErrorNote error={channels.error} onRetry={() => void channels.refetch()} />}
      {channels.isPending && <SkeletonRows rows={4} rowClassName="h-16" />}
      <ul className="flex flex-col gap-2">
        {channels.data?.map((manifest) => (
          <li key={manifest.id}>
            <Button
              onPress={() => onChoose(manifest.id)}
              className="flex w-full items-center gap-4 rounded-lg border border-line bg-sheet p-4 text-left transition-colors hover:border-line-strong"
            >
              <ChannelIcon channel={manifest.id} icon={manifest.icon} size={22} className="text-accent" />
              <span className="min-w-0 flex-1">
                <span className="block font-medium text-read">{say(manifest.name)}</span>
                <span className="block text-ink-soft">{say(manifest.summary)}</span>
              </span>
              <ChevronRight aria-hidden size={18} className="text-ink-faint" />
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
};
