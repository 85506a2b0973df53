import { type Builder, emptyBuilder } from '../../../../src/listening/model/query/builder.ts';
import type { WatchSubject } from '../../../../src/listening/model/watch-subject.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { misspellingsOf } from './misspellings.ts';
import { words } from './watch-words.ts';

type Template = { readonly name: string; readonly about: WatchSubject; readonly lists: Builder };

/** What most companies begin with: each fills the form, and every word of it can be changed. */
export const Templates = ({ onChoose }: { readonly onChoose: (template: Template) => void }) => {
  const w = useWords(words);
  const { name: company } = useWorkspace();
  const lines = (...any: readonly string[]): Builder => ({ ...emptyBuilder, any });
  const templates: readonly Template[] = [
    {
      name: w.templates.name,
      about: 'company',
      lists: lines(`"${company}"`, ...misspellingsOf(company).map((name) => `"${name}"`)),
    },
    { name: w.templates.products, about: 'products', lists: lines(...w.templateLines.products) },
    { name: w.templates.people, about: 'our-people', lists: lines(...w.templateLines.people) },
    { name: w.templates.competitors, about: 'competitors', lists: lines(...w.templateLines.competitors) },
    { name: w.templates.theme, about: 'theme', lists: lines(...w.templateLines.theme) },
    {
      name: w.templates.town,
      about: 'place',
      lists: { ...emptyBuilder, any: w.templateLines.town, all: w.templateLines.townAnd },
    },
  ];
  return (
    <fieldset>
      <legend className="mb-2 text-ink-soft">{w.beginWith}</legend>
      <div className="flex flex-wrap gap-2">
        {templates.map((template) => (
          <Button key={template.name} size="small" onPress={() => onChoose(template)}>
            {template.name}
          </Button>
        ))}
      </div>
    </fieldset>
  );
};
