import { ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { AnswerTarget } from '../../../../src/conversation/model/answer-target.ts';
import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { words as readingWords } from '../../../components/reading/words.ts';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { TargetDialog } from './target-dialog.tsx';
import { words } from './time-words.ts';

type TargetsTableProps = {
  readonly targets: readonly AnswerTarget[];
  readonly onChange: (targets: readonly AnswerTarget[]) => void;
  readonly isDisabled: boolean;
};

const blank: AnswerTarget = { channels: [], intents: [], leastGravity: null, first: 480, next: 480 };

/** Working hours for each kind of conversation; the first line that fits counts, so the order is theirs to change. */
export const TargetsTable = ({ targets, onChange, isDisabled }: TargetsTableProps) => {
  const w = useWords(words);
  const said = useTargetName();
  // A line is known by its place while it is here: two may say the same.
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const change = (at: number, part: Partial<AnswerTarget>) =>
    onChange(targets.map((target, index) => (index === at ? { ...target, ...part } : target)));
  const up = (at: number) => {
    const rest = targets.filter((_, index) => index !== at);
    const moved = targets[at];
    if (moved) onChange([...rest.slice(0, at - 1), moved, ...rest.slice(at - 1)]);
  };
  return (
    <fieldset>
      <legend className="font-medium">{w.targets}</legend>
      <p className="mb-2 text-ink-soft text-small">{w.targetsHelp}</p>
      <ul className="flex flex-col">
        {targets.map((target, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what a line is
            key={index}
            className="grid grid-cols-2 items-end gap-x-3 border-line border-b py-2 last:border-b-0 tablet:grid-cols-[1fr_8rem_8rem]"
          >
            <div className="col-span-2 flex items-center self-center tablet:col-span-1">
              {isDisabled ? (
                <p>{said(target)}</p>
              ) : (
                <Button
                  weight="quiet"
                  className="-ml-2 min-w-0 shrink! text-left"
                  aria-label={w.changeTarget(said(target))}
                  onPress={() => setEditing(index)}
                >
                  {said(target)}
                </Button>
              )}
              {!isDisabled && index > 0 && (
                <IconButton
                  label={w.up(said(target))}
                  icon={<ArrowUp aria-hidden size={16} />}
                  onPress={() => up(index)}
                />
              )}
            </div>
            {(['first', 'next'] as const).map((kind) => (
              <TextField
                key={kind}
                type="number"
                label={w[kind]}
                aria-label={`${said(target)}: ${w[kind]}`}
                value={String(target[kind] / 60)}
                onChange={(text) => {
                  const minutes = Math.round(Number(text) * 60);
                  if (minutes >= 1 && minutes <= 60_000) change(index, { [kind]: minutes });
                }}
                isDisabled={isDisabled}
              />
            ))}
          </li>
        ))}
      </ul>
      {!isDisabled && targets.length < 50 && (
        <Button size="small" onPress={() => setEditing('new')}>
          {w.addTarget}
        </Button>
      )}
      {editing !== null && (
        <TargetDialog
          target={editing === 'new' ? blank : (targets[editing] ?? blank)}
          onClose={() => setEditing(null)}
          onKeep={(part) =>
            editing === 'new' ? onChange([{ ...blank, ...part }, ...targets]) : change(editing, part)
          }
          onRemove={editing === 'new' ? null : () => onChange(targets.filter((_, at) => at !== editing))}
        />
      )}
    </fieldset>
  );
};

/** For which conversations a line is, in words. */
const useTargetName = () => {
  const w = useWords(words);
  const r = useWords(readingWords);
  const times = useTimes();
  const channelName = useChannelName();
  return ({ channels, intents, leastGravity }: AnswerTarget): string => {
    const parts = [
      ...(leastGravity ? [w.atLeast(w.gravities[leastGravity])] : []),
      ...intents.map((intent) => r.intents[intent]),
      ...channels.map((one) => channelName(one)),
    ];
    return parts.length > 0 ? times.list(parts) : w.anythingElse;
  };
};
