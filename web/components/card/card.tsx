import type { ReactNode } from 'react';

/** A sheet of paper on the desk, for a thing that stands by itself. */
export const Card = ({
  children,
  className = '',
}: {
  readonly children: ReactNode;
  readonly className?: string;
}) => <div className={`rounded-lg border border-line bg-sheet p-5 ${className}`}>{children}</div>;

const tones = {
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  plain: 'bg-sunk text-ink-soft',
  accent: 'bg-accent-soft text-accent',
} as const;

/** A state in a word. The word carries it; the colour only helps. */
export const Badge = ({
  tone = 'plain',
  children,
}: {
  readonly tone?: keyof typeof tones;
  readonly children: ReactNode;
}) => (
  <span
    className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 py-0.5 font-medium text-small ${tones[tone]}`}
  >
    {children}
  </span>
);
