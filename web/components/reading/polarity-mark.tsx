import type { Polarity } from './reading-view.ts';

const strokes: Readonly<Record<Polarity, { readonly path: string; readonly colour: string }>> = {
  pos: { path: 'M2 3.5C5 9.5 11 9.5 14 3.5', colour: 'text-good' },
  neg: { path: 'M2 8.5C5 2.5 11 2.5 14 8.5', colour: 'text-bad' },
  neu: { path: 'M2 6H14', colour: 'text-ink-faint' },
  mixed: { path: 'M2 7.5C4 2 6.5 2 8 6S12 10 14 4.5', colour: 'text-warn' },
};

/** A bit of thread that rises, falls, lies flat or does both. Always beside its word. */
export const PolarityMark = ({ polarity }: { readonly polarity: Polarity }) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 16 12"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    className={`inline-block h-3 w-4 shrink-0 ${strokes[polarity].colour}`}
  >
    <path d={strokes[polarity].path} />
  </svg>
);
