import { type RefObject, useEffect, useRef } from 'react';
import { cutAt, type Span } from '../text/cut-at.ts';

export type Underlines = {
  /** Under these a plain line. */
  readonly strong: readonly Span[];
  /** Under these a dotted one. */
  readonly light: readonly Span[];
};

type UnderlayProps = {
  readonly text: string;
  readonly underlines: Underlines;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  /** The classes of the field itself, so that every letter falls on its own. */
  readonly look: string;
};

/** The lines under words of a field that can only hold plain text: the same text laid over it, unseen but for the lines. */
export const Underlay = ({ text, underlines, area, look }: UnderlayProps) => {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = area.current;
    if (!field) return;
    const follow = () => {
      if (!sheet.current) return;
      // A scrollbar takes room from the text, not from the field.
      sheet.current.style.width = `${field.clientWidth + 2}px`;
      sheet.current.style.height = `${field.offsetHeight}px`;
      sheet.current.scrollTop = field.scrollTop;
    };
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(field);
    field.addEventListener('scroll', follow);
    return () => {
      observer.disconnect();
      field.removeEventListener('scroll', follow);
    };
  }, [area]);
  return (
    <div
      ref={sheet}
      aria-hidden
      data-underlay
      className={`${look} pointer-events-none absolute top-0 left-0 overflow-hidden whitespace-pre-wrap border-transparent! bg-transparent! text-transparent! [overflow-wrap:break-word]`}
    >
      {cutAt(text, [underlines.strong, underlines.light]).map(({ start, words, layers: [strong, light] }) =>
        strong || light ? (
          <span
            key={start}
            className={`underline decoration-accent underline-offset-4 [text-decoration-skip-ink:none] ${strong ? 'decoration-2' : 'decoration-2 decoration-dotted'}`}
          >
            {words}
          </span>
        ) : (
          words
        ),
      )}
      {'\u200b'}
    </div>
  );
};
