/** What an action weighs: one primary on a screen, the rest quieter. */
export type ButtonWeight = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'normal' | 'small';

const base =
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium no-underline select-none ' +
  'transition-colors duration-(--quick) cursor-default disabled:opacity-50 data-disabled:opacity-50 ' +
  'data-pending:opacity-70 whitespace-nowrap';

const sizes: Readonly<Record<ButtonSize, string>> = {
  normal: 'min-h-control px-4 text-body',
  small: 'min-h-8 pointer-coarse:min-h-11 px-3 text-small',
};

const weights: Readonly<Record<ButtonWeight, string>> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  plain: 'border border-line-strong bg-sheet text-ink hover:bg-sunk',
  quiet: 'text-ink-soft hover:bg-sunk hover:text-ink',
  danger: 'border border-bad bg-sheet text-bad hover:bg-bad-soft',
};

export const buttonLook = (weight: ButtonWeight = 'plain', size: ButtonSize = 'normal', extra = ''): string =>
  `${base} ${sizes[size]} ${weights[weight]} ${extra}`;
