import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Tooltip } from '../tooltip/tooltip.tsx';

type IconButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  /** Read aloud, and shown on hover and focus: an icon never stands alone. */
  readonly label: string;
  readonly icon: ReactNode;
  /** The key that does the same, shown in the tooltip. */
  readonly keys?: string;
  readonly className?: string;
};

export const IconButton = ({ label, icon, keys, className = '', ...rest }: IconButtonProps) => (
  <Tooltip label={label} {...(keys ? { keys } : {})}>
    <AriaButton
      {...rest}
      aria-label={label}
      className={`inline-flex size-control shrink-0 items-center justify-center rounded-md text-ink-soft transition-colors hover:bg-sunk hover:text-ink data-disabled:opacity-40 ${className}`}
    >
      {icon}
    </AriaButton>
  </Tooltip>
);
