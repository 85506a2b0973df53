import { useWords } from '../../../../app/language.tsx';
import { useTimes } from '../../../../app/times.ts';
import type { useMapping } from './use-mapping.ts';
import { words } from './words.ts';

type Result = NonNullable<ReturnType<typeof useMapping>['tried']['data']>['tried'];
type Thing = NonNullable<Result>['things'][number];

/** The mentions that would come of a delivery, or why none would. */
export const TriedThings = ({ result }: { readonly result: Result }) => {
  const w = useWords(words);
  if (!result) return null;
  const things = result.things.map((thing, at) => ({ thing, key: `${at}` }));
  return (
    <section className="grid gap-3" aria-live="polite">
      <h3 className="font-medium">{w.result}</h3>
      {result.list === 'nothing' ? (
        <p className="rounded-md bg-bad-soft px-4 py-3">{w.listNothing}</p>
      ) : (
        <p className="text-ink-soft text-small">{w.results(result.count)}</p>
      )}
      <ul className="grid gap-3">
        {things.map(({ thing, key }) => (
          <li key={key}>
            <ThingCard thing={thing} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const ThingCard = ({ thing: { item, trouble } }: { readonly thing: Thing }) => {
  const w = useWords(words);
  const times = useTimes();
  if (!item) {
    return <p className="rounded-md bg-bad-soft px-4 py-3">{w.troubles[trouble ?? ''] ?? trouble}</p>;
  }
  const facts = [
    item.saidAt ? times.full(item.saidAt) : w.noDate,
    ...(item.rating ? [w.stars(item.rating.value, item.rating.best)] : []),
    ...(item.url ? [item.url] : []),
  ];
  return (
    <article className="rounded-md border border-line px-4 py-3">
      <p className="font-medium">{item.author ?? w.nobody}</p>
      <p className="break-all text-ink-soft text-small">{facts.join(' · ')}</p>
      {item.title && <p className="mt-2 font-medium">{item.title}</p>}
      <p className="mt-1 line-clamp-6 whitespace-pre-line break-words">{item.text}</p>
    </article>
  );
};
