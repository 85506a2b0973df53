import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Select } from '../../components/select/select.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';

type PeriodPageProps<Days extends string, Figures> = {
  readonly w: {
    readonly title: string;
    readonly lead: string;
    readonly period: string;
    readonly none: string;
    readonly periods: Readonly<Record<Days, string>>;
  };
  readonly days: Days;
  readonly onDays: (days: Days) => void;
  readonly figures: UseQueryResult<Figures>;
  /** There is nothing to count in that time. */
  readonly isEmpty: (figures: Figures) => boolean;
  readonly children: (figures: Figures) => ReactNode;
};

/** A page of figures over a time that one chooses. */
export const PeriodPage = <Days extends string, Figures>({
  w,
  days,
  onDays,
  figures,
  isEmpty,
  children,
}: PeriodPageProps<Days, Figures>) => {
  const spans = Object.keys(w.periods) as Days[];
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        <Select<Days>
          label={w.period}
          isLabelHidden
          className="w-48"
          value={days}
          onChange={onDays}
          choices={spans.map((value) => ({ value, label: w.periods[value] }))}
        />
      }
    >
      {figures.isPending && <SkeletonRows rows={4} rowClassName="h-16" />}
      {figures.isError && <ErrorNote error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.data &&
        (isEmpty(figures.data) ? <p className="text-ink-soft">{w.none}</p> : children(figures.data))}
    </Page>
  );
};
