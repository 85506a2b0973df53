import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ConfirmDialog } from '../../../components/dialog/confirm-dialog.tsx';
import type { Contact } from '../views.ts';
import { Part } from './part.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { useErase } from './use-contact.ts';
import { words } from './words.ts';

/** The right to be forgotten: asked once more because there is no way back, and done with a receipt. */
export const Erase = ({ contact }: { readonly contact: Contact }) => {
  const w = useWords(words);
  const may = useMay();
  const erase = useErase(contact.id);
  const [asking, setAsking] = useState(false);
  if (!may('relations.erase')) return null;
  return (
    <Part title={w.erase} lead={w.eraseLead}>
      <Button weight="danger" size="small" onPress={() => setAsking(true)}>
        {w.eraseAction}
      </Button>
      <ConfirmDialog
        isOpen={asking && !erase.data}
        onOpenChange={setAsking}
        title={w.eraseTitle(contact.name)}
        action={w.eraseAction}
        isPending={erase.isPending}
        problem={erase.error}
        onConfirm={() => erase.mutate()}
      >
        <p>{w.eraseWhat}</p>
        <p>{w.eraseKept}</p>
        <p className="font-medium text-ink">{w.eraseForever}</p>
      </ConfirmDialog>
      {erase.data && <ReceiptDialog receipt={erase.data} contactId={contact.id} />}
    </Part>
  );
};
