import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';

type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> & {
  readonly children: ReactNode;
  readonly help?: string;
};

export const Checkbox = ({ children, help, ...rest }: CheckboxProps) => (
  <AriaCheckbox {...rest} className="group flex min-h-8 items-start gap-3 py-1 data-disabled:opacity-60">
    <span className="mt-px flex size-5 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-sheet text-on-accent group-data-selected:border-accent group-data-selected:bg-accent group-data-focus-visible:outline-2 group-data-focus-visible:outline-accent group-data-focus-visible:outline-offset-2">
      <Check aria-hidden size={14} strokeWidth={3} className="invisible group-data-selected:visible" />
    </span>
    <span>
      <span className="block text-body">{children}</span>
      {help && <span className="block text-ink-soft text-small">{help}</span>}
    </span>
  </AriaCheckbox>
);
