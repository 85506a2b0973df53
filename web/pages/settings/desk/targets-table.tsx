import type { AnswerTarget } from '../../../../src/conversation/model/answer-target.ts';
import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { words as readingWords } from '../../../components/reading/words.ts';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { words } from './time-words.ts';

type TargetsTableProps = {
  readonly targets: readonly AnswerTarget[];
  readonly onChange: (targets: readonly AnswerTarget[]) => void;
  readonly isDisabled: boolean;
};

/** Working hours for each kind of word; the first line that fits counts. */
export const TargetsTable = ({ targets, onChange, isDisabled }: TargetsTableProps) => {
  const w = useWords(words);
  const r = useWords(readingWords);
  const times = useTimes();
  const channelName = useChannelName();
  const said = ({ channels, intents }: AnswerTarget): string => {
    const parts = [...intents.map((intent) => r.intents[intent]), ...channels.map((one) => channelName(one))];
    return parts.length > 0 ? times.list(parts) : w.anythingElse;
  };
  const change = (at: number, part: Partial<AnswerTarget>) =>
    onChange(targets.map((target, index) => (index === at ? { ...target, ...part } : target)));
  return (
    <fieldset>
      <legend className="font-medium">{w.targets}</legend>
      <p className="mb-2 text-ink-soft text-small">{w.targetsHelp}</p>
      <ul className="flex flex-col">
        {targets.map((target, index) => (
          <li
            key={said(target)}
            className="grid grid-cols-2 items-end gap-x-3 border-line border-b py-2 last:border-b-0 tablet:grid-cols-[1fr_8rem_8rem]"
          >
            <p className="col-span-2 self-center tablet:col-span-1">{said(target)}</p>
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
    </fieldset>
  );
};
