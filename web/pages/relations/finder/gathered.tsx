import { CircleCheck, Hourglass } from 'lucide-react';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { Badge } from '../../../components/card/card.tsx';
import { useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { useFigures } from '../use-figures.ts';
import type { GatheringView } from '../views.ts';
import { useGathering } from './use-fields.ts';
import { words } from './words.ts';

/** How much of the field's conversation there is, and whether it is enough. */
export const Gathered = ({ fieldId }: { readonly fieldId: string }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const times = useTimes();
  const { data, error, isPending, refetch } = useGathering(fieldId);
  if (isPending) return <SkeletonRows rows={2} rowClassName="h-10" />;
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <div className="flex max-w-read flex-col items-start gap-3">
      <Badge tone={data.enough ? 'good' : 'warn'}>
        {data.enough ? <CircleCheck aria-hidden size={14} /> : <Hourglass aria-hidden size={14} />}
        {data.enough ? w.isEnough : w.notEnough}
      </Badge>
      <p className="text-read">{inBoth(data.says)}</p>
      {data.byChannel.length > 0 && <Channels gathering={data} />}
      <p className="text-ink-faint text-small">{w.gatheredAt(times.ago(data.gatheredAt))}</p>
    </div>
  );
};

const Channels = ({ gathering }: { readonly gathering: GatheringView }) => {
  const w = useWords(words);
  const channelName = useChannelName();
  const { whole } = useFigures();
  const rows = [
    ...gathering.byChannel.map((each) => ({ key: each.channel, name: channelName(each.channel), ...each })),
    { key: '', name: w.whole, mentions: gathering.mentions, people: gathering.people },
  ];
  return (
    <table className="w-full max-w-md text-body">
      <caption className="sr-only">{w.gathered}</caption>
      <thead className="text-ink-faint text-small">
        <tr className="border-line border-b text-left">
          <th scope="col" className="py-1.5 pr-4 font-normal">
            {w.channel}
          </th>
          <th scope="col" className="w-24 py-1.5 text-right font-normal">
            {w.mentions}
          </th>
          <th scope="col" className="w-24 py-1.5 text-right font-normal">
            {w.people}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, mentions, people }) => (
          <tr key={key} className="border-line border-b last:border-b-0 last:font-medium">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal">
              {name}
            </th>
            <td className="py-1.5 text-right">{whole(mentions)}</td>
            <td className="py-1.5 text-right">{whole(people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
