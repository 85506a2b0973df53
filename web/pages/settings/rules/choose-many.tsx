import { Chip } from '../../../components/chip/chip.tsx';
import type { Named } from './use-saying.ts';

type ChooseManyProps = {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly choices: readonly Named[];
  readonly onChange: (chosen: readonly string[]) => void;
};

/** Several of a few, each a chip; what is chosen and no longer there can still be taken off. */
export const ChooseMany = ({ label, chosen, choices, onChange }: ChooseManyProps) => {
  const lost = chosen.filter((value) => !choices.some((choice) => choice.value === value));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-ink-soft text-small">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {[...choices, ...lost.map((value) => ({ value, label: '—' }))].map((choice) => (
          <Chip
            key={choice.value}
            isSelected={chosen.includes(choice.value)}
            onChange={(isIn) =>
              onChange(isIn ? [...chosen, choice.value] : chosen.filter((value) => value !== choice.value))
            }
          >
            {choice.label}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
};
