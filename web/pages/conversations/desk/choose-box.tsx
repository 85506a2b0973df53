import { Check } from 'lucide-react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';

type ChooseBoxProps = {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: () => void;
};

/** A box beside a row, as tall as the row: a thumb finds it. */
export const ChooseBox = ({ label, isSelected, onChange }: ChooseBoxProps) => (
  <AriaCheckbox
    aria-label={label}
    isSelected={isSelected}
    onChange={onChange}
    className="group flex min-w-11 shrink-0 items-center justify-center border-line border-b"
  >
    <span className="flex size-5 items-center justify-center rounded-sm border border-line-strong bg-sheet text-on-accent group-data-selected:border-accent group-data-selected:bg-accent group-data-focus-visible:outline-2 group-data-focus-visible:outline-accent group-data-focus-visible:outline-offset-2">
      <Check aria-hidden size={14} strokeWidth={3} className="invisible group-data-selected:visible" />
    </span>
  </AriaCheckbox>
);
