import { useWords } from '../../../app/language.tsx';
import { Chip } from '../../../components/chip/chip.tsx';
import { words } from './words.ts';

type ViewChoiceProps = { readonly isList: boolean; readonly onChange: (isList: boolean) => void };

/** Drawn or written: the same map. */
export const ViewChoice = ({ isList, onChange }: ViewChoiceProps) => {
  const w = useWords(words);
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons that belong together, no field of a form
    <div role="group" aria-label={w.seen} className="flex gap-2">
      <Chip isSelected={!isList} onChange={() => onChange(false)}>
        {w.drawn}
      </Chip>
      <Chip isSelected={isList} onChange={() => onChange(true)}>
        {w.written}
      </Chip>
    </div>
  );
};
