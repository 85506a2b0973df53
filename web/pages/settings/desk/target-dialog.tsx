import { useState } from 'react';
import type { AnswerTarget, Gravity } from '../../../../src/conversation/model/answer-target.ts';
import { useConnections } from '../../../app/channels.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { words as readingWords } from '../../../components/reading/words.ts';
import { Select } from '../../../components/select/select.tsx';
import { words } from './time-words.ts';

type TargetDialogProps = {
  readonly target: AnswerTarget;
  readonly onKeep: (part: Pick<AnswerTarget, 'channels' | 'intents' | 'leastGravity'>) => void;
  readonly onRemove: (() => void) | null;
  readonly onClose: () => void;
};

const flip = <One,>(all: readonly One[], one: One): readonly One[] =>
  all.includes(one) ? all.filter((each) => each !== one) : [...all, one];

/** For which conversations a line of the deadlines is: by channel, by what they want, by how grave it is. */
export const TargetDialog = ({ target, onKeep, onRemove, onClose }: TargetDialogProps) => {
  const w = useWords(words);
  const r = useWords(readingWords);
  const channelName = useChannelName();
  const { id } = useWorkspace();
  const connections = useConnections(id);
  const [channels, setChannels] = useState(target.channels);
  const [intents, setIntents] = useState(target.intents);
  const [gravity, setGravity] = useState<string>(String(target.leastGravity ?? 'any'));
  const known = [...new Set([...target.channels, ...(connections.data ?? []).map(({ channel }) => channel)])];
  const wanted = Object.keys(r.intents) as (keyof typeof r.intents)[];
  const close = (act: () => void) => {
    act();
    onClose();
  };
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={w.targetTitle} wide>
      <Form
        onSubmit={() =>
          close(() =>
            onKeep({
              channels,
              intents,
              leastGravity: gravity === 'any' ? null : (Number(gravity) as Gravity),
            }),
          )
        }
      >
        <Select
          label={w.fromGravity}
          value={gravity}
          onChange={setGravity}
          choices={[
            { value: 'any', label: w.anyGravity },
            ...([1, 2, 3, 4] as const).map((one) => ({ value: String(one), label: w.gravities[one] })),
          ]}
        />
        <div className="grid gap-4 tablet:grid-cols-2">
          <fieldset>
            <legend className="mb-1 text-body">{w.onIntents}</legend>
            <p className="text-ink-soft text-small">{w.any}</p>
            {wanted.map((intent) => (
              <Checkbox
                key={intent}
                isSelected={intents.includes(intent)}
                onChange={() => setIntents(flip(intents, intent))}
              >
                {r.intents[intent]}
              </Checkbox>
            ))}
          </fieldset>
          {known.length > 0 && (
            <fieldset>
              <legend className="mb-1 text-body">{w.onChannels}</legend>
              <p className="text-ink-soft text-small">{w.any}</p>
              {known.map((channel) => (
                <Checkbox
                  key={channel}
                  isSelected={channels.includes(channel)}
                  onChange={() => setChannels(flip(channels, channel))}
                >
                  {channelName(channel)}
                </Checkbox>
              ))}
            </fieldset>
          )}
        </div>
        <FormActions>
          <Button type="submit" weight="primary">
            {w.done}
          </Button>
          {onRemove && (
            <Button weight="danger" onPress={() => close(onRemove)}>
              {w.removeTarget}
            </Button>
          )}
        </FormActions>
      </Form>
    </Dialog>
  );
};
