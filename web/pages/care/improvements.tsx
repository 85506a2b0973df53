import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { Badge } from '../../components/card/card.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Section } from '../../components/page/page.tsx';
import { words } from './causes-words.ts';
import { ImprovementDialog } from './improvement-dialog.tsx';
import { useCareRead } from './use-care.ts';
import type { Cause, Improvement } from './use-causes.ts';
import { words as roomWords } from './words.ts';

/** What was changed, and what came of it: also when nothing did. */
export const Improvements = ({ causes }: { readonly causes: readonly Cause[] }) => {
  const w = useWords(words);
  const may = useMay();
  const list = useCareRead<{ readonly improvements: readonly Improvement[] }>('improvements');
  const [writing, write] = useState<Improvement | 'new' | null>(null);
  const usable = causes.filter(({ isRetired }) => !isRetired);
  return (
    <Section title={w.improvements}>
      {list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.improvements.length === 0 && <p className="text-ink-soft">{w.none}</p>}
      <ul className="flex flex-col gap-5">
        {list.data?.improvements.map((one) => (
          <li key={one.id} className="border-line border-t pt-4 first:border-t-0 first:pt-0">
            <One one={one} onChange={may('causes.manage') ? () => write(one) : undefined} />
          </li>
        ))}
      </ul>
      {may('causes.manage') && usable.length > 0 && (
        <Button className="mt-4" onPress={() => write('new')}>
          {w.addOne}
        </Button>
      )}
      {writing && (
        <ImprovementDialog
          one={writing === 'new' ? null : writing}
          all={list.data?.improvements ?? []}
          causes={usable}
          onClose={() => write(null)}
        />
      )}
    </Section>
  );
};

const One = ({
  one,
  onChange,
}: {
  readonly one: Improvement;
  readonly onChange: (() => void) | undefined;
}) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const { slug } = useWorkspace();
  return (
    <article>
      <h3 className="flex flex-wrap items-center gap-2 font-medium text-read">
        {one.title} <Badge tone={one.state === 'done' ? 'good' : 'plain'}>{w.states[one.state]}</Badge>
      </h3>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3">
        {one.ownerName && <Pair name={w.owner}>{one.ownerName}</Pair>}
        {one.before && <Pair name={w.before}>{one.before}</Pair>}
        {one.after && <Pair name={w.after}>{one.after}</Pair>}
      </dl>
      {one.italian && <p className="letter mt-1">{one.italian}</p>}
      {one.effect && <EffectLine effect={one.effect} />}
      {one.cases.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-2 text-ink-soft text-small">
          {w.cases}
          {one.cases.map(({ id, number }) => (
            <Link
              key={id}
              to="/$slug/cura/$caseId"
              params={{ slug, caseId: id }}
              className="link inline-block py-1"
            >
              {r.caseNumber(number)}
            </Link>
          ))}
        </p>
      )}
      {onChange && (
        <Button size="small" weight="quiet" onPress={onChange}>
          {w.change}
        </Button>
      )}
    </article>
  );
};

const Pair = ({ name, children }: { readonly name: string; readonly children: string }) => (
  <>
    <dt className="text-ink-soft">{name}</dt>
    <dd>{children}</dd>
  </>
);

const EffectLine = ({ effect }: { readonly effect: NonNullable<Improvement['effect']> }) => {
  const w = useWords(words);
  const { locale } = useLanguage();
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 2 });
  const rate = ({ complaints, heard }: { complaints: number; heard: number }) =>
    number(heard === 0 ? 0 : (100 * complaints) / heard);
  const { days, before, after, change, verdict } = effect;
  return (
    <p className="tabular mt-1 text-body">
      {w.effect[verdict]}{' '}
      {days > 0 && (
        <span className="text-ink-soft">
          {w.counts(days, rate(before), rate(after))}{' '}
          {change.ratio !== null &&
            w.interval(number(change.low), change.high === null ? w.unbounded : number(change.high))}
        </span>
      )}
    </p>
  );
};
