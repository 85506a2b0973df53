import type { ReactNode } from 'react';

/** A part of a person's page: a heading and what belongs under it. */
export const Part = ({
  title,
  lead,
  action,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) => (
  <section aria-label={title}>
    <div className="mb-2 flex min-h-8 flex-wrap items-center justify-between gap-x-4 border-line border-b pb-1.5">
      <h2 className="font-semibold text-read">{title}</h2>
      {action}
    </div>
    {lead && <p className="mb-3 text-ink-soft text-small">{lead}</p>}
    {children}
  </section>
);
