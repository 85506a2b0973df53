import { X } from 'lucide-react';
import { Label, ToggleButtonGroup } from 'react-aria-components';
import { useWords } from '../../app/language.tsx';
import { IconButton } from '../button/icon-button.tsx';
import { Switch } from '../checkbox/switch.tsx';
import { Chip } from '../chip/chip.tsx';
import { Select } from '../select/select.tsx';
import { aspectName } from './aspect-name.ts';
import type { Judged } from './change-of.ts';
import { PolarityChoice } from './polarity-choice.tsx';
import { commonAspects, type Intent, intents, polarities } from './reading-view.ts';
import { words } from './words.ts';

type ReadingFormProps = {
  readonly value: Judged;
  readonly onChange: (value: Judged) => void;
  readonly withKeys?: boolean;
};

/** What a text says, for a person to say: how it is, what it wants, what it is about. */
export const ReadingForm = ({ value, onChange, withKeys = false }: ReadingFormProps) => {
  const w = useWords(words);
  const set = (part: Partial<Judged>) => onChange({ ...value, ...part });
  return (
    <div className="flex flex-col gap-4">
      <PolarityChoice value={value.polarity} onChange={(polarity) => set({ polarity })} withKeys={withKeys} />
      <div>
        <Label className="mb-1.5 block font-medium text-body">{w.intent}</Label>
        <ToggleButtonGroup
          aria-label={w.intent}
          selectionMode="multiple"
          selectedKeys={value.intents}
          onSelectionChange={(chosen) => set({ intents: intents.filter((intent) => chosen.has(intent)) })}
          className="flex flex-wrap gap-1.5"
        >
          {intents.map((intent: Intent) => (
            <Chip key={intent} id={intent}>
              {w.intents[intent]}
            </Chip>
          ))}
        </ToggleButtonGroup>
      </div>
      <div>
        <Switch isSelected={value.needsReply} onChange={(needsReply) => set({ needsReply })}>
          {w.wantsReply}
        </Switch>
        <Switch isSelected={value.toxic} onChange={(toxic) => set({ toxic })}>
          {w.offends}
        </Switch>
      </div>
      <Aspects value={value.aspects} onChange={(aspects) => set({ aspects })} />
    </div>
  );
};

type AspectsProps = {
  readonly value: Judged['aspects'];
  readonly onChange: (value: Judged['aspects']) => void;
};

const Aspects = ({ value, onChange }: AspectsProps) => {
  const w = useWords(words);
  const others = commonAspects.filter((aspect) => !value.some((one) => one.aspect === aspect));
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-body">{w.aspect}</legend>
      <ul className="mb-2 flex flex-col gap-2 empty:hidden">
        {value.map(({ aspect, polarity }) => {
          const name = aspectName(aspect, w.aspects);
          return (
            <li key={aspect} className="flex items-center gap-2">
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <Select
                label={w.howAbout(name)}
                isLabelHidden
                className="w-34"
                value={polarity}
                onChange={(chosen) =>
                  onChange(value.map((one) => (one.aspect === aspect ? { aspect, polarity: chosen } : one)))
                }
                choices={polarities.map((one) => ({ value: one, label: w.polarities[one] }))}
              />
              <IconButton
                label={w.removeAspect(name)}
                icon={<X aria-hidden size={16} />}
                onPress={() => onChange(value.filter((one) => one.aspect !== aspect))}
              />
            </li>
          );
        })}
      </ul>
      <Select
        key={value.length}
        label={w.addAspect}
        isLabelHidden
        placeholder={w.addAspect}
        value={null}
        onChange={(aspect) => onChange([...value, { aspect, polarity: 'neu' }])}
        choices={others.map((aspect) => ({ value: aspect as string, label: w.aspects[aspect] ?? aspect }))}
      />
    </fieldset>
  );
};
