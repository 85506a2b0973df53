/** The mark: two quotation marks, two people's words, tied by one thread. The same lines as public/mark.svg. */
export const Mark = ({ className = 'size-8' }: { readonly className?: string }) => (
  <svg aria-hidden="true" viewBox="0 0 32 32" className={className} fill="none" strokeLinecap="round">
    <path
      d="M12.5 5.5C7.5 7.3 4.5 11 4.5 15.2a4.1 4.1 0 1 0 4.1-4.1a4.1 4.1 0 0 0-4.1 4.1"
      stroke="currentColor"
      strokeWidth="2.5"
    />
    <path
      d="M19.5 26.5c5-1.8 8-5.5 8-9.700a4.1 4.1 0 1 0-4.1 4.1a4.1 4.1 0 0 0 4.1-4.1"
      stroke="currentColor"
      strokeWidth="2.5"
    />
    <path d="M8.6 19.300c.3 5.7 5.3 6.7 7.4-3.300s7.1-9 7.4-3.3" stroke="var(--accent)" strokeWidth="2" />
  </svg>
);
