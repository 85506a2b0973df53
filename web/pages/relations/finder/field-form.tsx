import { type ReactNode, useState } from 'react';
import { CheckboxGroup } from 'react-aria-components';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { FieldLabel } from '../../../components/form/field-parts.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { useWatches } from '../../listening/use-listening.ts';
import { words as pickerWords } from '../../people/picker-words.ts';
import type { FieldDraft, FieldView, PersonName } from '../views.ts';
import { BandSelect } from './band-select.tsx';
import { bands } from './bands.ts';
import { PersonAdder } from './person-adder.tsx';
import { PersonChips } from './person-chips.tsx';
import { linesOf, listOf, tagsOf } from './read-words.ts';
import { words } from './words.ts';

type FieldFormProps = {
  readonly field?: FieldView | undefined;
  readonly problem: unknown;
  readonly isPending: boolean;
  readonly onSave: (draft: FieldDraft) => void;
  readonly onCancel: () => void;
};

const HOURS = 8;

/** What a field is, how it is recognised, where to start from, how much can be given: four steps, in one look. */
export const FieldForm = ({ field, problem, isPending, onSave, onCancel }: FieldFormProps) => {
  const w = useWords(words);
  const [seeds, setSeeds] = useState<readonly PersonName[]>(field?.seeds ?? []);
  const [watchIds, setWatchIds] = useState<readonly string[]>(field?.watchIds ?? []);
  const [band, setBand] = useState(field?.band ?? bands.middle);
  return (
    <Form
      problem={problem}
      className="max-w-2xl"
      onSubmit={(values) =>
        onSave({
          name: values.name?.trim() ?? '',
          description: values.description?.trim() ?? '',
          words: linesOf(values.words ?? ''),
          tags: tagsOf(values.tags ?? ''),
          places: listOf(values.places ?? ''),
          seeds: seeds.map(({ id }) => id),
          watchIds: [...watchIds],
          hoursPerMonth: Number(values.hoursPerMonth),
          band,
        })
      }
    >
      <Step number={1} title={w.stepWhat}>
        <TextField
          name="name"
          label={w.name}
          help={w.nameHint}
          defaultValue={field?.name ?? ''}
          isRequired
          maxLength={120}
        />
        <TextArea
          name="description"
          label={w.description}
          defaultValue={field?.description ?? ''}
          isRequired={false}
          maxLength={2000}
          rows={2}
        />
      </Step>
      <Step number={2} title={w.stepHow} lead={w.stepHowLead}>
        <TextArea
          name="words"
          label={w.words}
          help={w.wordsHint}
          defaultValue={field?.words.join('\n') ?? ''}
          isRequired={false}
        />
        <TextField
          name="tags"
          label={w.tags}
          help={w.tagsHint}
          defaultValue={field?.tags.join(' ') ?? ''}
          isRequired={false}
        />
        <TextField
          name="places"
          label={w.places}
          help={w.placesHint}
          defaultValue={field?.places.join(', ') ?? ''}
          isRequired={false}
        />
      </Step>
      <Step number={3} title={w.stepFrom} lead={w.stepFromLead}>
        <Seeds seeds={seeds} onChange={setSeeds} />
        <Watches chosen={watchIds} onChange={setWatchIds} />
      </Step>
      <Step number={4} title={w.stepGive}>
        <TextField
          name="hoursPerMonth"
          label={w.hours}
          help={w.hoursHint}
          type="number"
          inputMode="decimal"
          defaultValue={String(field?.hoursPerMonth ?? HOURS)}
          isRequired
          className="max-w-80"
          validate={(value) => (Number(value) >= 0.5 && Number(value) <= 400 ? null : w.hoursWrong)}
        />
        <BandSelect value={band} onChange={setBand} />
      </Step>
      <FormActions>
        <Button type="submit" weight="primary" isPending={isPending}>
          {field ? w.save : w.create}
        </Button>
        <Button weight="quiet" onPress={onCancel}>
          {w.cancel}
        </Button>
      </FormActions>
    </Form>
  );
};

type StepProps = {
  readonly number: number;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
};

const Step = ({ number, title, lead, children }: StepProps) => (
  <section className="flex flex-col gap-2 border-line border-t pt-5 pb-2 first:border-t-0 first:pt-0">
    <h2 className="flex items-baseline gap-2 font-semibold text-lead">
      <span aria-hidden className="tabular text-ink-faint">
        {number}
      </span>
      {title}
    </h2>
    {lead && <p className="mb-1 text-ink-soft">{lead}</p>}
    {children}
  </section>
);

type SeedsProps = {
  readonly seeds: readonly PersonName[];
  readonly onChange: (seeds: readonly PersonName[]) => void;
};

const Seeds = ({ seeds, onChange }: SeedsProps) => {
  const w = useWords(words);
  const p = useWords(pickerWords);
  return (
    <fieldset className="mb-3 flex flex-col gap-2">
      <legend className="mb-1 font-medium">{w.seeds}</legend>
      <p className="text-ink-soft text-small">{w.seedsHint}</p>
      <PersonChips
        label={w.seeds}
        people={seeds}
        remove={p.remove}
        onRemove={(id) => onChange(seeds.filter((seed) => seed.id !== id))}
      />
      <PersonAdder
        label={w.seeds}
        except={seeds.map(({ id }) => id)}
        onAdd={(person) => onChange([...seeds, person])}
      />
    </fieldset>
  );
};

type WatchesProps = {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

const Watches = ({ chosen, onChange }: WatchesProps) => {
  const w = useWords(words);
  const { data } = useWatches();
  if (data?.watches.length === 0) return <p className="text-ink-soft text-small">{w.noWatches}</p>;
  return (
    <CheckboxGroup value={[...chosen]} onChange={onChange} className="mb-3">
      <FieldLabel>{w.watches}</FieldLabel>
      {data?.watches.map(({ id, name }) => (
        <Checkbox key={id} value={id}>
          {name}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
};
