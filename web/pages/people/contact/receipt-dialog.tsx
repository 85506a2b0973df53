import { useNavigate } from '@tanstack/react-router';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { type Receipt, receiptParts } from '../views.ts';
import { useForgetErased } from './use-contact.ts';
import { words } from './words.ts';

/** What was erased and when, to be sent to whoever asked for it. */
export const ReceiptDialog = ({
  receipt,
  contactId,
}: {
  readonly receipt: Receipt;
  readonly contactId: string;
}) => {
  const w = useWords(words);
  const times = useTimes();
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const { forgetLists, forgetPage } = useForgetErased(contactId);
  const leave = async () => {
    forgetLists();
    await navigate({ to: '/$slug/relazioni/persone', params: { slug } });
    forgetPage();
  };
  const inBoth = useInBoth();
  const says = inBoth(receipt.what.says);
  const lines = receiptParts.map((part) => `${w.receiptParts[part]}: ${times.number(receipt.what[part])}`);
  const text = [w.receiptTitle, w.receiptAt(times.full(receipt.erasedAt)), says, ...lines].join('\n');
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    showToast({ tone: 'good', text: w.receiptCopied });
  };
  return (
    <Dialog isOpen onOpenChange={() => void leave()} title={w.receiptTitle}>
      <p className="font-medium">{w.receiptAt(times.full(receipt.erasedAt))}</p>
      <p className="mt-1">{says}</p>
      <ul className="mt-3 flex list-disc flex-col gap-1 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mt-4 text-ink-soft">{w.receiptLead}</p>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button onPress={() => void copy()}>{w.receiptCopy}</Button>
        <Button weight="primary" onPress={() => void leave()}>
          {w.receiptDone}
        </Button>
      </div>
    </Dialog>
  );
};
