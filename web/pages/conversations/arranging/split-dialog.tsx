import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { Switch } from '../../../components/checkbox/switch.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { nameOf, type ThreadDetail } from '../views.ts';
import { words as roomWords } from '../words.ts';
import { useArranging } from './use-arranging.ts';
import { words } from './words.ts';

type SplitDialogProps = { readonly detail: ThreadDetail; readonly onClose: () => void };

/** Which turns become a conversation of their own: some of them, or all from one on. */
export const SplitDialog = ({ detail: { thread, mentions }, onClose }: SplitDialogProps) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const times = useTimes();
  const { split } = useArranging(thread);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [onwards, setOnwards] = useState(false);
  const [only] = chosen;
  const goesOn = onwards && chosen.length === 1;
  const fits =
    chosen.length > 0 &&
    (goesOn
      ? only !== mentions[0]?.id || thread.mentionCount > mentions.length
      : chosen.length < thread.mentionCount);
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Dialog isOpen wide onOpenChange={(isOpen) => !isOpen && onClose()} title={w.splitTitle}>
      <p className="mb-3 text-ink-soft">{w.splitLead}</p>
      <ul className="max-h-80 overflow-auto">
        {mentions.map((mention) => (
          <li key={mention.id} className="border-line border-b py-1 last:border-0">
            <Checkbox
              isSelected={chosen.includes(mention.id)}
              onChange={() => toggle(mention.id)}
              help={(mention.body || mention.title || w.noWords).slice(0, 140)}
            >
              <bdi>{mention.ours ? w.us : (nameOf(mention.author) ?? r.someone)}</bdi>{' '}
              <time dateTime={mention.saidAt} className="text-ink-faint text-small">
                {times.weekday(mention.saidAt)}, {times.time(mention.saidAt)}
              </time>
            </Checkbox>
          </li>
        ))}
      </ul>
      {chosen.length === 1 && (
        <Switch isSelected={onwards} onChange={setOnwards}>
          {w.andLater}
        </Switch>
      )}
      {!fits && <p className="mt-2 text-ink-faint text-small">{w.chooseSome}</p>}
      <div className="mt-5 flex justify-end">
        <Button
          weight="primary"
          isDisabled={!fits}
          isPending={split.isPending}
          onPress={() =>
            split.mutate(goesOn && only ? { from: only } : { mentionIds: chosen }, { onSuccess: onClose })
          }
        >
          {goesOn ? w.splitFrom : w.splitNow(Math.max(chosen.length, 1))}
        </Button>
      </div>
    </Dialog>
  );
};
