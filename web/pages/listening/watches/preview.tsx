import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Letter } from '../../conversations/letter.tsx';
import { type WatchPreview as Tried, usePreviewWatch } from '../use-listening.ts';
import { words as shared } from '../words.ts';
import type { QueryDraft } from './use-query-draft.ts';
import { words } from './watch-words.ts';

/** What the query would have met in what we hold: how much, when, and some of it. */
export const WatchPreview = ({ draft }: { readonly draft: QueryDraft }) => {
  const s = useWords(shared);
  const preview = usePreviewWatch();
  return (
    <div>
      <Button
        size="small"
        isDisabled={draft.problems.length > 0}
        isPending={preview.isPending}
        onPress={() => preview.mutate({ query: draft.text })}
      >
        {s.preview}
      </Button>
      <div aria-live="polite">
        {preview.isError && <ErrorNote error={preview.error} className="mt-3" />}
        {preview.data && <Found found={preview.data} />}
      </div>
    </div>
  );
};

const Found = ({ found }: { readonly found: Tried }) => {
  const w = useWords(words);
  const s = useWords(shared);
  const times = useTimes();
  return (
    <>
      <p className="mt-3 text-ink-soft">{s.previewCount(found.count, found.examined)}</p>
      {(found.breadth === 'too-broad' || found.breadth === 'much') && (
        <p className="mt-2 rounded-md bg-warn-soft px-3 py-2">{w.breadth[found.breadth]}</p>
      )}
      {found.days.length > 1 && <ByDay days={found.days} />}
      <ul className="mt-2 flex flex-col gap-2">
        {found.examples.map((example) => (
          <li key={example.mentionId} className="border-line border-l-2 pl-3">
            <Letter text={example.body} spans={example.spans} className="line-clamp-3" />
            <p className="text-ink-faint text-small">{times.date(example.saidAt)}</p>
          </li>
        ))}
      </ul>
    </>
  );
};

const MOST_DAYS = 14;

/** The latest days as bars, each with its number beside it: nothing is told by length alone. */
const ByDay = ({ days }: { readonly days: Tried['days'] }) => {
  const w = useWords(words);
  const times = useTimes();
  const shown = days.slice(0, MOST_DAYS);
  const most = Math.max(...shown.map(({ count }) => count));
  return (
    <details className="mt-2">
      <summary className="min-h-6 cursor-pointer text-ink-soft text-small">{w.byDay}</summary>
      <table className="mt-2 w-full text-small">
        <caption className="sr-only">{w.byDay}</caption>
        <tbody>
          {shown.map(({ day, count }) => (
            <tr key={day}>
              <th scope="row" className="w-32 text-left font-normal text-ink-soft">
                {times.date(`${day}T12:00:00Z`)}
              </th>
              <td className="w-12 pr-2 text-right tabular-nums">{count}</td>
              <td aria-hidden>
                <div className="h-3 rounded-sm bg-accent" style={{ width: `${(count / most) * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};
