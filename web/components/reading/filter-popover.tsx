import type { ReactNode, RefObject } from 'react';
import { Dialog, Label, Popover, ToggleButtonGroup } from 'react-aria-components';
import { useWords } from '../../app/language.tsx';
import { Button } from '../button/button.tsx';
import { Switch } from '../checkbox/switch.tsx';
import { Chip } from '../chip/chip.tsx';
import { aspectName } from './aspect-name.ts';
import { words as filterWords } from './filter-words.ts';
import { PolarityMark } from './polarity-mark.tsx';
import { nothingKept, type ReadingFilterProps } from './reading-filter.tsx';
import { commonAspects, intents, polarities } from './reading-view.ts';
import { useOwnAspects } from './use-own-aspects.ts';
import { words } from './words.ts';

/** Urgency has its own switch below. */
const wants = intents.filter((intent) => intent !== 'urgent');

type FilterPopoverProps = ReadingFilterProps & {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
};

/** The choices behind the button: each takes effect at once. */
export const FilterPopover = ({ search, onChange, withAspects, trigger, onClose }: FilterPopoverProps) => {
  const w = useWords(words);
  const f = useWords(filterWords);
  return (
    <Popover
      isOpen
      onOpenChange={onClose}
      triggerRef={trigger}
      placement="bottom start"
      className="enter w-92 max-w-[calc(100vw-2rem)] overflow-auto rounded-lg border border-line bg-sheet shadow-lift"
    >
      <Dialog aria-label={f.title} className="flex flex-col gap-4 p-4 outline-none">
        <One
          label={w.polarity}
          value={search.giudizio}
          onChange={(giudizio) => onChange({ giudizio })}
          choices={polarities.map((polarity) => ({
            value: polarity,
            label: w.polarities[polarity],
            mark: <PolarityMark polarity={polarity} />,
          }))}
        />
        <One
          label={w.intent}
          value={search.intento}
          onChange={(intento) => onChange({ intento })}
          choices={wants.map((intent) => ({ value: intent, label: f.only[intent] }))}
        />
        {withAspects && <Aspect value={search.aspetto} onChange={onChange} />}
        <div>
          <Switch isSelected={search.urgenti === true} onChange={(urgenti) => onChange({ urgenti })}>
            {f.isUrgent}
          </Switch>
          <Switch isSelected={search.rispondere === true} onChange={(rispondere) => onChange({ rispondere })}>
            {f.isWaiting}
          </Switch>
        </div>
        <div className="flex justify-between gap-3 border-line border-t pt-3">
          <Button size="small" weight="quiet" onPress={() => onChange(nothingKept)}>
            {f.clearShort}
          </Button>
          <Button size="small" onPress={onClose}>
            {f.done}
          </Button>
        </div>
      </Dialog>
    </Popover>
  );
};

/** Those of every company, then what this one has named itself; one that is asked for and no longer named can be let go. */
const Aspect = ({
  value,
  onChange,
}: { readonly value: string | undefined } & Pick<FilterPopoverProps, 'onChange'>) => {
  const w = useWords(words);
  const own = useOwnAspects();
  const all = new Set([...commonAspects, ...own, ...(value ? [value] : [])]);
  return (
    <One
      label={w.aspect}
      value={value}
      onChange={(aspetto) => onChange({ aspetto })}
      choices={[...all].map((aspect) => ({ value: aspect, label: aspectName(aspect, w.aspects) }))}
    />
  );
};

type OneProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly mark?: ReactNode;
  }[];
};

/** At most one of them; pressing it again lets it go. */
const One = ({ label, value, onChange, choices }: OneProps) => (
  <div>
    <Label className="mb-1.5 block font-medium text-body">{label}</Label>
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      selectedKeys={value ? [value] : []}
      onSelectionChange={(chosen) => onChange(String([...chosen][0] ?? ''))}
      className="flex flex-wrap gap-1.5"
    >
      {choices.map((choice) => (
        <Chip key={choice.value} id={choice.value}>
          {choice.mark}
          {choice.label}
        </Chip>
      ))}
    </ToggleButtonGroup>
  </div>
);
