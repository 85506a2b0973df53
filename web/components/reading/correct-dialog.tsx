import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useMe } from '../../app/session.ts';
import { Button } from '../button/button.tsx';
import { Switch } from '../checkbox/switch.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { changeOf, judgedOf } from './change-of.ts';
import { ReadingForm } from './reading-form.tsx';
import type { ReadingView } from './reading-view.ts';
import { useUnderlining } from './underlining.ts';
import { useCorrectReading } from './use-correct-reading.ts';
import { words } from './words.ts';

export type CorrectDialogProps = {
  readonly mentionId: string;
  readonly text: string;
  readonly reading: ReadingView;
  readonly onClose: () => void;
};

/** Says what a text really says; saving it unchanged says that it was read rightly. */
export const CorrectDialog = ({ mentionId, text, reading, onClose }: CorrectDialogProps) => {
  const w = useWords(words);
  const { person } = useMe();
  const underlining = useUnderlining(person.id);
  const before = judgedOf(reading);
  const [judged, setJudged] = useState(before);
  const correct = useCorrectReading(mentionId);
  const change = changeOf(before, judged);
  const isSame = Object.keys(change).length === 0;
  return (
    <Dialog isOpen onOpenChange={onClose} title={w.dialogTitle}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          correct.mutate(change, { onSuccess: onClose });
        }}
      >
        <p dir="auto" className="letter line-clamp-4 border-line border-l-2 pl-3 text-ink-soft text-read">
          {text}
        </p>
        <ReadingForm value={judged} onChange={setJudged} />
        <div className="border-line border-t pt-3">
          <Switch isSelected={underlining.isOn} onChange={underlining.set} help={w.underlineHint}>
            {w.alwaysUnderline}
          </Switch>
        </div>
        <div className="flex flex-wrap justify-end gap-3">
          <Button slot="close" weight="quiet">
            {w.cancel}
          </Button>
          <Button type="submit" weight="primary" isPending={correct.isPending}>
            {isSame ? w.right : w.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
