import { Check, ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  type Key,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { FieldFoot, FieldLabel, inputLook } from '../form/field-parts.tsx';

export type Choice<V extends string> = {
  readonly value: V;
  readonly label: string;
  readonly description?: string;
};

type SelectProps<V extends string> = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly help?: string;
  readonly name?: string;
  readonly value?: V | null;
  readonly defaultValue?: V;
  readonly onChange?: (value: V) => void;
  readonly choices: readonly Choice<V>[];
  readonly placeholder?: string;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly className?: string;
};

/** One of a few choices, each in words. */
export const Select = <V extends string>({
  label,
  isLabelHidden = false,
  help,
  choices,
  value,
  defaultValue,
  onChange,
  placeholder,
  className = '',
  ...rest
}: SelectProps<V>) => (
  <AriaSelect
    {...rest}
    className={`group/field ${className}`}
    placeholder={placeholder ?? ''}
    {...(value === undefined ? {} : { selectedKey: value })}
    {...(defaultValue === undefined ? {} : { defaultSelectedKey: defaultValue })}
    {...(isLabelHidden ? { 'aria-label': label } : {})}
    onSelectionChange={(key: Key | null) => {
      if (key !== null) onChange?.(String(key) as V);
    }}
  >
    {!isLabelHidden && <FieldLabel>{label}</FieldLabel>}
    <Button className={`${inputLook} flex items-center justify-between gap-2 text-left`}>
      <SelectValue className="min-w-0 truncate data-placeholder:text-ink-faint [&_[slot=description]]:hidden [&_svg]:hidden" />
      <ChevronDown aria-hidden size={16} className="shrink-0 text-ink-soft" />
    </Button>
    {(!isLabelHidden || help) && <FieldFoot help={help} />}
    <Popover className="enter max-h-80! min-w-(--trigger-width) overflow-auto rounded-lg border border-line bg-sheet p-1 shadow-lift">
      <ListBox className="outline-none" items={[...choices]}>
        {(choice) => (
          <ListBoxItem
            id={choice.value}
            textValue={choice.label}
            className="group flex min-h-control cursor-default items-center gap-2 rounded-md px-2 py-1.5 text-body outline-none data-focused:bg-sunk"
          >
            <Check
              aria-hidden
              size={16}
              className="invisible shrink-0 text-accent group-data-selected:visible"
            />
            <span className="min-w-0">
              <Text slot="label" className="block">
                {choice.label}
              </Text>
              {choice.description && (
                <Text slot="description" className="block text-ink-soft text-small">
                  {choice.description}
                </Text>
              )}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </AriaSelect>
);
