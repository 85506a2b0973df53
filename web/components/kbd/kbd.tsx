/** Keys to press: `<Kbd keys="Ctrl K" />`, one cap for each word. */
export const Kbd = ({ keys }: { readonly keys: string }) => (
  <span className="inline-flex gap-1">
    {keys.split(' ').map((key) => (
      <kbd
        key={key}
        className="inline-flex min-w-6 items-center justify-center rounded-sm border border-line-strong bg-sheet px-1.5 py-px font-sans text-ink-soft text-small"
      >
        {key}
      </kbd>
    ))}
  </span>
);
