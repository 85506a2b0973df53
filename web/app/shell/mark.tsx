/** The mark: two words tied by one thread. */
export const Mark = ({ className = 'size-8' }: { readonly className?: string }) => (
  <svg aria-hidden="true" viewBox="0 0 32 32" className={className} fill="none">
    <path
      d="M9 7C5.5 8.6 4 11.4 4 15a4.2 4.2 0 1 0 4.2-4.2"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
    />
    <path
      d="M23 25c3.5-1.6 5-4.4 5-8a4.2 4.2 0 1 0-4.2 4.2"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
    />
    <path
      d="M8.2 19.200c0 6 5 7.3 8 3.300s4.5-11.7 8.5-12.2"
      stroke="var(--accent)"
      strokeWidth="2"
      strokeLinecap="round"
    />
  </svg>
);
