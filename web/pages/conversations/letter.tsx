import type { ReactNode } from 'react';
import { cutAt, type Span } from '../../components/text/cut-at.ts';

/** People's words: as plain text, whatever they hold, in their own direction, with what we listen for marked. */
export const Letter = ({
  text,
  spans = [],
  underlined = [],
  className = '',
}: {
  readonly text: string;
  readonly spans?: readonly Span[];
  /** The words that led to a judgement, in a thin line under them. */
  readonly underlined?: readonly Span[];
  readonly className?: string;
}) => (
  <p dir="auto" className={`letter text-read [unicode-bidi:isolate] ${className}`}>
    {marked(text, spans, underlined)}
  </p>
);

const underline =
  'underline decoration-accent decoration-[1.5px] underline-offset-4 [text-decoration-skip-ink:none]';

/** Cuts the text at the spans, which may overlap or come in any order. */
export const marked = (
  text: string,
  spans: readonly Span[],
  underlined: readonly Span[] = [],
): readonly ReactNode[] =>
  cutAt(text, [spans, underlined]).map(({ start, words, layers: [isMarked, isUnderlined] }) => {
    const line = isUnderlined ? underline : '';
    if (isMarked)
      return (
        <mark key={start} className={`rounded-sm bg-mark px-0.5 text-ink ${line}`}>
          {words}
        </mark>
      );
    if (!isUnderlined) return words;
    return (
      <span key={start} data-evidence className={line}>
        {words}
      </span>
    );
  });
