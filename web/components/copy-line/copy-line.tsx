import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { Button } from '../button/button.tsx';

const it = { copy: 'Copia', copied: 'Copiato' };
const en: typeof it = { copy: 'Copy', copied: 'Copied' };
export const words = { it, en };

/** A line to hand over: shown whole, selectable, copied with one press. */
export const CopyLine = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const w = useWords(words);
  const [copied, setCopied] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-md bg-sunk p-3">
      <output aria-label={label} className="min-w-0 flex-1 select-all break-all font-mono text-small">
        {text}
      </output>
      <Button
        size="small"
        onPress={() => void navigator.clipboard?.writeText(text).then(() => setCopied(true))}
      >
        {copied ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
        {copied ? w.copied : w.copy}
      </Button>
    </div>
  );
};
