import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';

type TooltipProps = {
  readonly label: string;
  readonly keys?: string;
  readonly children: ReactElement;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
};

/** A word about the control it wraps, on hover and on focus. Never the only place where something is said. */
export const Tooltip = ({ label, keys, children, placement = 'bottom' }: TooltipProps) => (
  <TooltipTrigger delay={500} closeDelay={0}>
    {children}
    <AriaTooltip
      placement={placement}
      offset={6}
      className="max-w-60 rounded-md bg-ink px-2 py-1 text-paper text-small shadow-lift"
    >
      {label}
      {keys && <kbd className="ml-2 opacity-75">{keys}</kbd>}
    </AriaTooltip>
  </TooltipTrigger>
);
