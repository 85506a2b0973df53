import { Copy } from 'lucide-react';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { FormActions } from '../../../components/form/form.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { words } from './words.ts';

export const BackupCodes = ({
  codes,
  onKept,
}: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}) => {
  const w = useWords(words);
  const copy = () =>
    void navigator.clipboard
      ?.writeText(codes.join('\n'))
      .then(() => showToast({ text: w.copied, tone: 'good' }));
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ink-soft">{w.backupLead}</p>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-md bg-sunk p-4 font-mono text-body">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <FormActions>
        <Button weight="primary" onPress={onKept}>
          {w.keptThem}
        </Button>
        <Button onPress={copy}>
          <Copy aria-hidden size={16} />
          {w.copy}
        </Button>
      </FormActions>
    </div>
  );
};
