import { Radio, RadioGroup } from 'react-aria-components';
import { FieldLabel } from '../form/field-parts.tsx';

type ChoiceRowProps<V extends string> = {
  readonly label: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly name?: string;
  readonly isDisabled?: boolean;
};

/** Two to four choices side by side, all in view. */
export const ChoiceRow = <V extends string>({
  label,
  value,
  onChange,
  choices,
  name,
  isDisabled = false,
}: ChoiceRowProps<V>) => (
  <RadioGroup
    value={value}
    onChange={(chosen) => onChange(chosen as V)}
    orientation="horizontal"
    className="mb-2"
    isDisabled={isDisabled}
    {...(name ? { name } : {})}
  >
    <FieldLabel>{label}</FieldLabel>
    <div className="flex flex-wrap gap-2">
      {choices.map((choice) => (
        <Radio
          key={choice.value}
          value={choice.value}
          className="group flex min-h-control cursor-default items-center gap-2 rounded-md border border-line-strong bg-sheet px-3 text-body hover:bg-sunk data-selected:border-accent data-selected:bg-accent-soft data-disabled:opacity-60 data-focus-visible:outline-2 data-focus-visible:outline-accent data-focus-visible:outline-offset-2"
        >
          <span className="flex size-4 items-center justify-center rounded-full border border-line-strong group-data-selected:border-accent">
            <span className="size-2 rounded-full group-data-selected:bg-accent" />
          </span>
          {choice.label}
        </Radio>
      ))}
    </div>
  </RadioGroup>
);
