import { useWords } from '../../../app/language.tsx';
import { Select } from '../../../components/select/select.tsx';
import type { Band } from '../views.ts';
import { type BandName, bandName, bands } from './bands.ts';
import { words } from './words.ts';

type BandSelectProps<Value extends Band | null> = {
  readonly value: Value;
  readonly onChange: (band: Value) => void;
  /** Whether people of any following may be wished for. */
  readonly withAny?: boolean;
};

/** Of which following the people shall be, in words. */
export const BandSelect = <Value extends Band | null>({
  value,
  onChange,
  withAny = false,
}: BandSelectProps<Value>) => {
  const w = useWords(words);
  const chosen = bandName(value);
  const names: readonly BandName[] = [
    'middle',
    'closer',
    'wider',
    ...(withAny ? (['any'] as const) : []),
    ...(chosen === 'own' ? (['own'] as const) : []),
  ];
  const sayingOf = (name: BandName): string =>
    name === 'own'
      ? w.bands.own.says(String(value?.from ?? 0), String(value?.to ?? 100))
      : w.bands[name].says;
  return (
    <Select
      label={w.band}
      help={sayingOf(chosen)}
      value={chosen}
      onChange={(name) => {
        if (name === 'own') return;
        onChange((name === 'any' ? null : bands[name]) as Value);
      }}
      choices={names.map((name) => ({ value: name, label: w.bands[name].name, description: sayingOf(name) }))}
    />
  );
};
