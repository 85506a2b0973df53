import { useWords } from '../../../app/language.tsx';
import type { ContactsSearch } from '../../../app/routes/relations.ts';
import { useTypedSearch } from '../../../app/use-typed-search.ts';
import { Switch } from '../../../components/checkbox/switch.tsx';
import { Select } from '../../../components/select/select.tsx';
import { SearchField } from '../../../components/text-field/search-field.tsx';
import type { SearchChange } from '../contacts-page.tsx';
import { useCircleName } from '../use-circle-name.ts';
import { useCircles } from '../use-contacts.ts';
import { consents, stages } from '../views.ts';
import { words as shared } from '../words.ts';
import { words } from './words.ts';

type ContactFiltersProps = {
  readonly search: ContactsSearch;
  readonly onChange: (part: SearchChange) => void;
};

const any = 'any';
const chosen = (value: string) => (value === any ? undefined : value);

/** Whom the list shows. */
export const ContactFilters = ({ search, onChange }: ContactFiltersProps) => {
  const w = useWords(words);
  const s = useWords(shared);
  const circleName = useCircleName();
  const circles = (useCircles().data ?? []).map((circle) => ({
    value: circle.id,
    label: circleName(circle),
  }));
  const line = useTypedSearch(search.cerca ?? '', (cerca) => onChange({ cerca }));
  return (
    <div className="mb-4 flex flex-col gap-2">
      <SearchField label={w.search} placeholder={w.searchHint} {...line} />
      <div className="grid gap-2 tablet:grid-cols-3">
        <Select
          label={w.circle}
          isLabelHidden
          value={search.cerchia ?? any}
          onChange={(cerchia) => onChange({ cerchia: chosen(cerchia) })}
          choices={[{ value: any, label: w.anyCircle }, ...circles]}
        />
        <Select
          label={w.stage}
          isLabelHidden
          value={search.fase ?? any}
          onChange={(fase) => onChange({ fase: chosen(fase) })}
          choices={[
            { value: any, label: w.anyStage },
            ...stages.map((stage) => ({ value: stage as string, label: s.stages[stage] })),
          ]}
        />
        <Select
          label={w.consent}
          isLabelHidden
          value={search.consenso ?? any}
          onChange={(consenso) => onChange({ consenso: chosen(consenso) })}
          choices={[
            { value: any, label: w.anyConsent },
            ...consents.map((consent) => ({ value: consent as string, label: s.consents[consent] })),
          ]}
        />
      </div>
      <Switch
        isSelected={search.addormentate ?? false}
        onChange={(addormentate) => onChange({ addormentate })}
      >
        {w.asleep}
      </Switch>
    </div>
  );
};
