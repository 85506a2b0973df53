import type { ReactNode } from 'react';

type EmptyStateProps = {
  /** What will appear here. */
  readonly title: string;
  /** Why it matters. */
  readonly children: ReactNode;
  /** The one next step. */
  readonly action?: ReactNode;
  /** An example in the voice of a person, set as a letter. */
  readonly example?: { readonly text: string; readonly from: string };
};

/** An empty place that teaches: what will be here, why, the one thing to do, and what it will look like. */
export const EmptyState = ({ title, children, action, example }: EmptyStateProps) => (
  <section className="mx-auto flex max-w-lg in-data-page:mx-0 flex-col items-start gap-4 px-page in-data-page:px-0 py-12 in-data-page:pt-4">
    <Thread />
    <h2 className="font-semibold text-lead">{title}</h2>
    <div className="flex flex-col gap-2 text-ink-soft text-read">{children}</div>
    {action}
    {example && (
      <figure className="mt-4 border-line border-l-2 pl-4">
        <blockquote className="letter text-ink-soft text-read italic">{example.text}</blockquote>
        <figcaption className="mt-1 text-ink-faint text-small">{example.from}</figcaption>
      </figure>
    )}
  </section>
);

/** A thread waiting to be tied. */
const Thread = () => (
  <svg
    aria-hidden="true"
    viewBox="0 0 120 32"
    className="h-8 w-30 text-accent"
    fill="none"
    stroke="currentColor"
  >
    <path d="M2 24C22 4 38 4 50 16s22 12 32 2" strokeWidth="1.75" strokeLinecap="round" />
    <path d="M82 18c8-8 18-10 34-4" strokeWidth="1.75" strokeLinecap="round" strokeDasharray="2 6" />
    <circle cx="2.5" cy="24" r="2.5" fill="currentColor" stroke="none" />
  </svg>
);
