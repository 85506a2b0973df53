import { useWords } from '../../../app/language.tsx';
import type { ConversationsSearch } from '../../../app/routes/conversations.ts';
import { Select } from '../../../components/select/select.tsx';
import { useLabels, useTeams } from './use-desk.ts';
import { words } from './words.ts';

type DeskFiltersProps = {
  readonly search: ConversationsSearch;
  readonly onChange: (part: ConversationsSearch) => void;
};

/** By team and by label, as soon as the company has any. */
export const DeskFilters = ({ search, onChange }: DeskFiltersProps) => {
  const w = useWords(words);
  const labels = useLabels();
  const teams = useTeams();
  if (labels.length === 0 && teams.length === 0) return null;
  return (
    <div className="flex gap-2">
      {teams.length > 0 && (
        <Select
          label={w.team}
          isLabelHidden
          className="min-w-0 flex-1"
          value={search.gruppo ?? 'any'}
          onChange={(gruppo) => onChange({ gruppo: gruppo === 'any' ? '' : gruppo })}
          choices={[
            { value: 'any', label: w.anyTeam },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {labels.length > 0 && (
        <Select
          label={w.label}
          isLabelHidden
          className="min-w-0 flex-1"
          value={search.etichetta ?? 'any'}
          onChange={(etichetta) => onChange({ etichetta: etichetta === 'any' ? '' : etichetta })}
          choices={[
            { value: 'any', label: w.anyLabel },
            ...labels.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </div>
  );
};
