import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { useAfterwardsChange, useAfterwardsToday } from './use-afterwards.ts';
import { words } from './words.ts';

/** On the day's page: whom to ask how it went, whom to thank. Nothing when there is nobody. */
export const TodayAfterwards = () => {
  const mayRead = useMay()('askings.read');
  return mayRead ? <Rows /> : null;
};

const Rows = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { data } = useAfterwardsToday();
  const change = useAfterwardsChange();
  if (!data || data.proposals.length + data.thanks.length === 0) return null;
  const rows = [
    ...data.thanks.map(({ mentionId, threadId, authorName, preview }) => ({
      key: mentionId,
      threadId,
      title: w.todayThank(authorName ?? w.someone),
      text: preview,
      leave: w.noThanks,
      path: ['thanks', mentionId, 'dismiss'],
    })),
    ...data.proposals.map(({ id, threadId, authorName, question }) => ({
      key: id,
      threadId,
      title: w.todayAsk(authorName ?? w.someone),
      text: question === 'solved' ? w.askSolvedHelp : w.askHelp,
      leave: w.notNow,
      path: ['askings', id, 'dismiss'],
    })),
  ];
  return (
    <section className="mt-8 border-line border-t pt-6">
      <h2 className="font-semibold text-read">{w.todayTitle}</h2>
      <ul className="mt-2 flex flex-col">
        {rows.map(({ key, threadId, title, text, leave, path }) => (
          <li
            key={key}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2 last:border-b-0"
          >
            <Link
              to="/$slug/conversazioni/$threadId"
              params={{ slug, threadId }}
              className="-mx-2 min-w-0 flex-1 basis-60 rounded-md px-2 py-1 text-ink no-underline hover:bg-sunk"
            >
              <span className="block font-medium">
                <bdi>{title}</bdi>
              </span>
              <span dir="auto" className="line-clamp-2 text-ink-soft text-small">
                {text}
              </span>
            </Link>
            <Button size="small" weight="quiet" onPress={() => change.mutate({ method: 'POST', path })}>
              {leave}
              <span className="sr-only">: {title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
