import { ToggleButton, type ToggleButtonProps } from 'react-aria-components';

type ChipProps = Omit<ToggleButtonProps, 'className' | 'style'>;

/** A small word that is on or off; inside a group, one or several of them. */
export const Chip = (props: ChipProps) => (
  <ToggleButton
    {...props}
    className="inline-flex min-h-8 pointer-coarse:min-h-11 cursor-default items-center gap-1.5 rounded-full border border-line-strong bg-sheet px-3 text-small text-ink hover:bg-sunk data-selected:border-accent data-selected:bg-accent-soft data-selected:font-medium data-disabled:opacity-60"
  />
);
