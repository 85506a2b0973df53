import { Upload } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { words } from './words.ts';

/** The server takes no more at once. */
const MOST_BYTES = 900_000;

/** A file of text, read here: nothing leaves the window until it is tried. */
export const ChooseFile = ({ onRead }: { readonly onRead: (text: string) => void }) => {
  const w = useWords(words);
  const [said, setSaid] = useState(w.fileHelp);
  const read = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES) return setSaid(w.fileTooBig);
    onRead(await file.text());
    setSaid(w.fileRead(file.name));
  };
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
      <FileTrigger
        acceptedFileTypes={['.csv', '.tsv', '.txt', '.graphml', '.xml']}
        onSelect={(files) => void read(files?.[0])}
      >
        <Button size="small">
          <Upload aria-hidden size={16} />
          {w.file}
        </Button>
      </FileTrigger>
      <p aria-live="polite" className="text-ink-soft text-small">
        {said}
      </p>
    </div>
  );
};
