import { useState } from 'react';
import { fillTemplate, placeOption } from '../../../../src/channels/template.ts';
import { useWords } from '../../../app/language.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import type { ThreadDetail } from '../views.ts';
import { words } from './words.ts';

type Templates = NonNullable<NonNullable<ThreadDetail['composer']>['templates']>;
type Options = Readonly<Record<string, string>>;

export type ChosenTemplate = Templates['choices'][number];

/** The template that the options name, of those there are. */
export const chosenTemplate = (
  templates: Templates | null | undefined,
  options: Options,
): ChosenTemplate | undefined => templates?.choices.find(({ id }) => id === options.template);

/** Whether something stands in each of its places. */
export const isFilled = (template: ChosenTemplate | undefined, options: Options): boolean =>
  !template || template.places.every((place) => (options[placeOption(place)] ?? '').trim() !== '');

type TemplateFieldProps = {
  readonly templates: Templates;
  readonly options: Options;
  /** When the message was said that is being answered. */
  readonly saidAt: string;
  /** The options, and the text that comes of them; an empty one when the person writes again. */
  readonly onChange: (options: Record<string, string>, body: string) => void;
};

const NONE = '-';
const HOUR_MS = 3_600_000;

/** Which approved template goes, and what stands in its places. */
export const TemplateField = ({ templates, options, saidAt, onChange }: TemplateFieldProps) => {
  const w = useWords(words);
  const { afterHours, choices } = templates;
  const [isLate] = useState(() => Date.now() - Date.parse(saidAt) > afterHours * HOUR_MS);
  const chosen = chosenTemplate(templates, options);
  const take = (id: string) => {
    const others = Object.fromEntries(
      Object.entries(options).filter(([name]) => name !== 'template' && !name.startsWith('template:')),
    );
    const next = choices.find((one) => one.id === id);
    onChange(next ? { ...others, template: id } : others, next ? fillTemplate(next, {}) : '');
  };
  const fill = (template: ChosenTemplate, place: string, said: string) => {
    const next = { ...options, [placeOption(place)]: said };
    onChange(next, fillTemplate(template, next));
  };
  return (
    <div className="flex flex-col gap-3">
      {isLate && (
        <p className="text-ink-soft text-small">
          {choices.length > 0 ? w.late(afterHours) : w.lateWithout(afterHours)}
        </p>
      )}
      {choices.length > 0 && (
        <Select
          label={w.label}
          value={chosen?.id ?? NONE}
          onChange={take}
          choices={[
            { value: NONE, label: w.none },
            ...choices.map(({ id, name, language }) => ({ value: id, label: name, description: language })),
          ]}
        />
      )}
      {chosen?.places.map((place) => (
        <TextField
          key={place}
          label={w.place(place)}
          value={options[placeOption(place)] ?? ''}
          onChange={(said) => fill(chosen, place, said)}
          maxLength={500}
          isRequired
        />
      ))}
      {chosen && (
        <figure className="m-0 rounded-md border border-line p-3">
          <figcaption className="text-ink-faint text-small">{w.preview}</figcaption>
          <p className="mt-1 whitespace-pre-wrap break-words font-serif">{fillTemplate(chosen, options)}</p>
        </figure>
      )}
    </div>
  );
};
