import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { CasePicker } from './case-picker.tsx';
import { useAdding } from './use-adding.ts';
import type { CaseSummary } from './use-care.ts';
import { words as roomWords } from './words.ts';

export type SaidThing = { readonly id: string; readonly body: string };

type AddToCaseDialogProps = {
  /** What the others said in the conversation, the latest last. */
  readonly said: readonly SaidThing[];
  /** The case of the conversation; null where it has none and one is chosen. */
  readonly one: CaseSummary | null;
  readonly onClose: () => void;
};

/** From a conversation: which of their words belong to which case. */
export const AddToCaseDialog = ({ said, one, onClose }: AddToCaseDialogProps) => {
  const latest = said.at(-1)?.id;
  const { w, change, chosen, flip, add } = useAdding(latest ? [latest] : [], onClose);
  const r = useWords(roomWords);
  const [picked, pick] = useState<Pick<CaseSummary, 'id' | 'number' | 'mentions'> | null>(one);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={picked ? w.addHere(picked.number) : w.addToCase}
      wide
    >
      <Form problem={change.error} onSubmit={() => picked && add(picked)}>
        <fieldset>
          <legend className="mb-1 font-medium">{w.whatSaid}</legend>
          <ul className="flex max-h-64 flex-col overflow-auto">
            {said.toReversed().map(({ id, body }) => (
              <li key={id}>
                <Checkbox isSelected={chosen.includes(id)} onChange={() => flip(id)}>
                  <span className="line-clamp-2 font-serif">{body || r.gone}</span>
                </Checkbox>
              </li>
            ))}
          </ul>
        </fieldset>
        {!one && (
          <fieldset>
            <legend className="mb-1 font-medium">
              {w.which}
              {picked && `: ${r.caseNumber(picked.number)}`}
            </legend>
            <CasePicker without={picked ? [picked.id] : []} onChoose={pick} />
          </fieldset>
        )}
        <FormActions>
          <Button
            type="submit"
            weight="primary"
            isPending={change.isPending}
            isDisabled={chosen.length === 0 || !picked}
          >
            {chosen.length === 0 ? w.chooseSome : w.add(chosen.length)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
