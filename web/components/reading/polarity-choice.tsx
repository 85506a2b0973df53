import { Radio, RadioGroup } from 'react-aria-components';
import { useWords } from '../../app/language.tsx';
import { FieldLabel } from '../form/field-parts.tsx';
import { Kbd } from '../kbd/kbd.tsx';
import { PolarityMark } from './polarity-mark.tsx';
import { type Polarity, polarities } from './reading-view.ts';
import { words } from './words.ts';

type PolarityChoiceProps = {
  readonly value: Polarity;
  readonly onChange: (value: Polarity) => void;
  /** Shows that 1 to 4 choose. */
  readonly withKeys?: boolean;
};

/** One of the four, each by its word and its mark. */
export const PolarityChoice = ({ value, onChange, withKeys = false }: PolarityChoiceProps) => {
  const w = useWords(words);
  return (
    <RadioGroup value={value} onChange={(chosen) => onChange(chosen as Polarity)} orientation="horizontal">
      <FieldLabel>{w.polarity}</FieldLabel>
      <div className="grid grid-cols-2 gap-2 tablet:grid-cols-4">
        {polarities.map((polarity, index) => (
          <Radio
            key={polarity}
            value={polarity}
            className="flex min-h-control cursor-default items-center gap-2 rounded-md border border-line-strong bg-sheet px-2.5 text-body hover:bg-sunk data-selected:border-accent data-selected:bg-accent-soft data-selected:font-medium data-focus-visible:outline-2 data-focus-visible:outline-accent data-focus-visible:outline-offset-2"
          >
            <PolarityMark polarity={polarity} />
            <span className="flex-1">{w.polarities[polarity]}</span>
            {withKeys && (
              <span className="hidden desk:inline">
                <Kbd keys={String(index + 1)} />
              </span>
            )}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
};
