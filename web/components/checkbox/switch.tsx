import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';

type SwitchProps = Omit<AriaSwitchProps, 'className' | 'style' | 'children'> & {
  readonly children: ReactNode;
  readonly help?: string;
};

/** Something that is on or off and takes effect at once. */
export const Switch = ({ children, help, ...rest }: SwitchProps) => (
  <AriaSwitch {...rest} className="group flex min-h-8 items-start gap-3 py-1 data-disabled:opacity-60">
    <span className="mt-px flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-sunk px-0.5 transition-colors group-data-selected:border-accent group-data-selected:bg-accent group-data-focus-visible:outline-2 group-data-focus-visible:outline-accent group-data-focus-visible:outline-offset-2">
      <span className="size-3.5 rounded-full bg-line-strong transition-transform group-data-selected:translate-x-4 group-data-selected:bg-on-accent" />
    </span>
    <span>
      <span className="block text-body">{children}</span>
      {help && <span className="block text-ink-soft text-small">{help}</span>}
    </span>
  </AriaSwitch>
);
