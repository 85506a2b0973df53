import { useInBoth, useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import type { ChannelManifest } from '../../../app/views.ts';
import { useMoney } from './money.ts';
import { words } from './spending-words.ts';

/** What a channel takes money for, before anybody joins up. */
export const PriceTable = ({ prices }: { readonly prices: NonNullable<ChannelManifest['prices']> }) => {
  const w = useWords(words);
  const say = useInBoth();
  const money = useMoney(prices.currency);
  const times = useTimes();
  return (
    <section className="rounded-md bg-warn-soft px-4 py-3">
      <h3 className="font-medium">{w.prices}</h3>
      <dl className="mt-2 flex flex-col gap-1">
        {prices.lines.map(({ what, micro }) => (
          <div key={what.it} className="flex justify-between gap-4">
            <dt>{say(what)}</dt>
            <dd className="tabular-nums">{money(micro)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2">{say(prices.example)}</p>
      <p className="mt-1 text-ink-soft text-small">
        {w.read(times.dateYear(`${prices.checkedOn}T12:00:00Z`))}{' '}
        <a href={prices.source} target="_blank" rel="noreferrer" className="underline">
          {w.source}
        </a>
      </p>
    </section>
  );
};
