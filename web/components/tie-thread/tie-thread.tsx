type TieThreadProps = {
  /** From 0 (nothing yet) to 1. */
  readonly strength: number;
  readonly isAsleep?: boolean;
  readonly className?: string;
};

/** A tie as a thread: thicker when fresh and reciprocal, dashed when asleep. What it shows must stand beside it in words. */
export const TieThread = ({ strength, isAsleep = false, className = 'h-3 w-12' }: TieThreadProps) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 48 12"
    className={`shrink-0 ${className}`}
    fill="none"
    stroke="currentColor"
    strokeLinecap="round"
  >
    <path
      d="M2 8C10 1 18 1 25 6s14 5 21-1"
      strokeWidth={0.9 + Math.min(Math.max(strength, 0), 1) * 2.6}
      {...(isAsleep || strength <= 0 ? { strokeDasharray: '1.5 4' } : {})}
    />
  </svg>
);
