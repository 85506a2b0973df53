import type { ReactNode } from 'react';

type Span = readonly [start: number, end: number];

/** People's words: as plain text, whatever they hold, in their own direction, with what we listen for marked. */
export const Letter = ({
  text,
  spans = [],
  className = '',
}: {
  readonly text: string;
  readonly spans?: readonly Span[];
  readonly className?: string;
}) => (
  <p dir="auto" className={`letter text-read [unicode-bidi:isolate] ${className}`}>
    {marked(text, spans)}
  </p>
);

/** Cuts the text at the spans, which may overlap or come in any order. */
export const marked = (text: string, spans: readonly Span[]): readonly ReactNode[] => {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [start, end] of [...spans].sort((left, right) => left[0] - right[0])) {
    if (start < from || end <= start || end > text.length) continue;
    parts.push(text.slice(from, start));
    parts.push(
      <mark key={start} className="rounded-sm bg-mark px-0.5 text-ink">
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  parts.push(text.slice(from));
  return parts;
};
