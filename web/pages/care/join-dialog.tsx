import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { showToast } from '../../components/toast/toast.ts';
import { CasePicker } from './case-picker.tsx';
import { words } from './joining-words.ts';
import { type CaseDetail, type ListedCase, useCareChange } from './use-care.ts';

type JoinDialogProps = { readonly one: CaseDetail; readonly onClose: () => void };

/** Two cases are one story: the other goes on in this one, if both are still as they were seen. */
export const JoinDialog = ({ one, onClose }: JoinDialogProps) => {
  const w = useWords(words);
  const change = useCareChange();
  const [other, choose] = useState<ListedCase | null>(null);
  const join = () => {
    if (!other) return;
    change.mutate(
      {
        method: 'POST',
        path: ['cases', one.id, 'join'],
        body: { version: one.version, otherCaseId: other.id, otherVersion: other.version },
      },
      {
        onSuccess: () => {
          showToast({ text: w.joined(other.number) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={other ? w.joinThis(other.number) : w.join}
    >
      <p className="mb-3 text-ink-soft">{w.joinHelp}</p>
      {other ? (
        <Form problem={change.error} onSubmit={join}>
          <p className="letter line-clamp-4">{other.preview}</p>
          <FormActions>
            <Button type="submit" weight="primary" isPending={change.isPending}>
              {w.joinIt}
            </Button>
            <Button
              onPress={() => {
                change.reset();
                choose(null);
              }}
            >
              {w.other}
            </Button>
          </FormActions>
        </Form>
      ) : (
        <CasePicker without={[one.id]} onChoose={choose} />
      )}
    </Dialog>
  );
};
