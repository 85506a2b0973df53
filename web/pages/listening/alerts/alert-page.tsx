import { Link, useParams } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { RelativeTime } from '../../../components/relative-time/relative-time.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { isWeb } from '../../conversations/mention-turn.tsx';
import { HoursChart } from './hours-chart.tsx';
import { type AlertStory, useAcknowledge, useAlert } from './use-alerts.ts';
import { words } from './words.ts';

/** One story: what happened in a sentence, the hours around it, the words that grew, the mentions behind it. */
export const AlertPage = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { alertId } = useParams({ strict: false }) as { alertId: string };
  const story = useAlert(alertId);
  const acknowledge = useAcknowledge();
  if (story.isPending) return <SkeletonRows rows={4} rowClassName="h-24" />;
  if (story.isError) return <ErrorNote error={story.error} onRetry={() => void story.refetch()} />;
  const { data } = story;
  return (
    <Page
      title={data.title}
      lead={data.explanation}
      actions={
        data.acknowledged ? (
          <p className="flex items-center gap-1 text-ink-soft">
            <Check aria-hidden size={16} />
            {w.seenBy(data.acknowledged.by)}
          </p>
        ) : (
          <Button
            weight="primary"
            onPress={() => acknowledge.mutate(alertId)}
            isPending={acknowledge.isPending}
          >
            {w.see}
          </Button>
        )
      }
    >
      {data.caution && <p className="mb-6 text-ink-soft">{data.caution}</p>}
      {data.hours.length > 0 && (
        <Section title={w.chart}>
          <HoursChart hours={data.hours} />
        </Section>
      )}
      {data.words.length > 0 && <GrownWords story={data} />}
      <HowItWent story={data} />
      <Section title={w.mentions}>
        {data.mentions.length === 0 && <p className="text-ink-soft">{w.noMentions}</p>}
        <Mentions story={data} />
      </Section>
      <Link to="/$slug/ascolto/avvisi" params={{ slug }} className="link">
        {w.back}
      </Link>
    </Page>
  );
};

const GrownWords = ({ story }: { readonly story: AlertStory }) => {
  const w = useWords(words);
  return (
    <Section title={w.words}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {story.words.map(({ word, now, before }) => (
          <div key={word} className="contents">
            <dt className="font-medium">{word}</dt>
            <dd className="tabular text-ink-soft">{w.wordCount(now, before)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};

const HowItWent = ({ story }: { readonly story: AlertStory }) => {
  const w = useWords(words);
  const times = useTimes();
  const told = story.deliveries.map(({ way, state }) => `${w.ways[way]} (${w.states[state]})`);
  const rows = [
    [w.began, times.full(story.beganAt)],
    [w.opened, times.full(story.openedAt)],
    ...(story.grewAt === story.openedAt ? [] : [[w.grew, times.full(story.grewAt)]]),
    [w.ended, story.endedAt ? times.full(story.endedAt) : w.goesOn],
    [w.told, told.length > 0 ? told.join(', ') : w.nobody],
  ];
  return (
    <Section title={w.story}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};

const Mentions = ({ story }: { readonly story: AlertStory }) => {
  const w = useWords(words);
  return (
    <ol className="flex flex-col">
      {story.mentions.map((mention) => (
        <li key={mention.id} className="border-line border-t py-3 first:border-t-0 first:pt-0">
          <p className="text-ink-soft text-small">
            <span className="font-medium text-ink">{mention.author.name ?? mention.author.handle}</span>{' '}
            <RelativeTime at={mention.saidAt} />
          </p>
          <p className="letter mt-1 line-clamp-4 whitespace-pre-line break-words">{mention.body}</p>
          {mention.url && isWeb(mention.url) && (
            <a href={mention.url} target="_blank" rel="noreferrer" className="link text-small">
              {w.open}
            </a>
          )}
        </li>
      ))}
    </ol>
  );
};
